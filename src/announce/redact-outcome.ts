import type { Outcome, Reason } from './outcome.ts';
import type { Redact } from './secrets.ts';

/** What became of a request, without secrets: a service may send back what it was sent. */
export function withoutSecrets(outcome: Outcome, redact: Redact): Outcome {
  const clean = (reason: Reason): Reason =>
    reason.detail === undefined ? reason : { ...reason, detail: oneLine(redact(reason.detail)) };
  switch (outcome.kind) {
    case 'sent': {
      const isClean = [outcome.id, outcome.url].every((text = '') => redact(text) === text);
      return isClean ? outcome : { kind: 'unknown', reason: { what: 'nonsense' } };
    }
    case 'limited':
      return outcome;
    default:
      return { kind: outcome.kind, reason: clean(outcome.reason) };
  }
}

function oneLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= 160 ? line : `${characters.slice(0, 159).join('')}…`;
}
