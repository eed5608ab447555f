import { type Code, catalogue, isCode } from './catalogue.ts';
import type { Finding } from './finding.ts';

/** The codes of all advice. */
export const adviceCodes: readonly Code[] = Object.keys(catalogue)
  .filter(isCode)
  .filter((code) => catalogue[code].severity === 'advice');

/** Findings without the advice that the writer has switched off; nothing else can be. */
export function withoutSilenced(
  findings: readonly Finding[],
  silenced: readonly Code[],
): readonly Finding[] {
  const codes = new Set(silenced.filter((code) => catalogue[code].severity === 'advice'));
  return codes.size === 0 ? findings : findings.filter(({ code }) => !codes.has(code));
}
