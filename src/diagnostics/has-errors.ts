import { catalogue } from './catalogue.ts';
import type { Finding } from './finding.ts';

/** Whether any of the findings is an error, which fails a build. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ code }) => catalogue[code].severity === 'error');
}
