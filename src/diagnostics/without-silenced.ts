import { type Code, catalogue } from './catalogue.ts';
import type { Finding } from './finding.ts';

/** Findings without the advice that the writer has switched off; nothing else can be. */
export function withoutSilenced(
  findings: readonly Finding[],
  silenced: readonly Code[],
): readonly Finding[] {
  const codes = new Set(silenced.filter((code) => catalogue[code].severity === 'advice'));
  return codes.size === 0 ? findings : findings.filter(({ code }) => !codes.has(code));
}
