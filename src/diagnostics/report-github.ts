import { describe } from './describe.ts';
import type { Finding, Severity } from './finding.ts';
import type { FindingLanguage } from './wording.ts';
import { shownFile } from './shown-file.ts';
import { sortFindings } from './sort-findings.ts';

/** How findings are given to GitHub Actions. */
export interface GithubReportOptions {
  /** The content folder, as it is to be shown before file names: relative to the repository. */
  readonly contentPath: string;
  readonly language: FindingLanguage;
}

/**
 * Findings as workflow commands, which GitHub Actions shows at the lines of a pull request. One
 * line each; the empty text where there is none.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function reportGithub(findings: readonly Finding[], options: GithubReportOptions): string {
  return sortFindings(findings)
    .map((finding) => `${command(finding, options)}\n`)
    .join('');
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  advice: 'notice',
};

function command(finding: Finding, options: GithubReportOptions): string {
  const { severity, problem, expected, hint } = describe(finding, options.language);
  const properties = [
    ['file', shownFile(finding.file, options.contentPath)],
    ['line', finding.line],
    ['col', finding.column],
    ['title', finding.code],
  ] as const;
  const shown = properties
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  const message = [problem, expected, hint].filter((part) => part !== undefined).join('\n');
  return `::${commands[severity]} ${shown}::${escapeData(message)}`;
}

/** As `escapeData` of actions/toolkit, packages/core/src/command.ts. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As `escapeProperty` of actions/toolkit, packages/core/src/command.ts. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
