import { describe } from './describe.ts';
import type { Finding, Severity } from './finding.ts';
import type { FindingLanguage } from './wording.ts';
import { shownFile } from './shown-file.ts';
import { sortFindings } from './sort-findings.ts';

/** How findings are given to programs. */
export interface JsonReportOptions {
  /** The content folder, as it is to be shown before file names. */
  readonly contentPath: string;
  readonly language: FindingLanguage;
}

/**
 * Findings for programs: one JSON object with `findings`, `errors` and `warnings` (counts). What
 * does not apply to a finding (line, column, expected) is `null`; `docs` is its section in the
 * documentation. Ends with a line break.
 */
export function reportJson(findings: readonly Finding[], options: JsonReportOptions): string {
  const rows = sortFindings(findings).map((finding) => {
    const { severity, problem, expected, hint } = describe(finding, options.language);
    return {
      code: finding.code,
      severity,
      file: shownFile(finding.file, options.contentPath),
      line: finding.line ?? null,
      column: finding.column ?? null,
      message: problem,
      expected: expected ?? null,
      hint,
      docs: `docs/diagnostics.md#${finding.code}`,
    };
  });
  const count = (severity: Severity) => rows.filter((row) => row.severity === severity).length;
  return `${JSON.stringify({ findings: rows, errors: count('error'), warnings: count('warning') }, undefined, 2)}\n`;
}
