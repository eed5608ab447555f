import type { Finding } from './finding.ts';

/** Findings in the order of file, line, column and code; those about a whole file come first. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      compareTexts(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareTexts(a.code, b.code) ||
      compareTexts(JSON.stringify(a.values), JSON.stringify(b.values)),
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
