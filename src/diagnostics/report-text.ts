import { describe } from './describe.ts';
import type { Finding, Severity } from './finding.ts';
import type { FindingLanguage } from './wording.ts';
import { shownFile } from './shown-file.ts';
import { sortFindings } from './sort-findings.ts';

/** How findings are shown to people. */
export interface TextReportOptions {
  /** The content folder, as it is to be shown before file names. */
  readonly contentPath: string;
  readonly language: FindingLanguage;
  /** Colours the severity with ANSI escapes; without it the text is plain. */
  readonly color?: boolean;
}

/**
 * Findings for people: `file:line:column`, severity and problem on a line, what was expected and
 * what to do indented below, a closing line with the counts. Ends with a line break.
 */
export function reportText(findings: readonly Finding[], options: TextReportOptions): string {
  const blocks = sortFindings(findings).map((finding) => block(finding, options));
  return [...blocks, `${countLine(findings, options)}\n`].join('\n');
}

const words = {
  ja: { error: '誤り', warning: '注意', advice: '助言', expected: '正しい形', hint: '直し方' },
  en: { error: 'error', warning: 'warning', advice: 'advice', expected: 'expected', hint: 'to do' },
} as const;

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, advice: 36 };

function block(finding: Finding, options: TextReportOptions): string {
  const { severity, problem, expected, hint } = describe(finding, options.language);
  const word = words[options.language];
  const place = [shownFile(finding.file, options.contentPath), finding.line, finding.column]
    .filter((part) => part !== undefined)
    .join(':');
  return [
    `${place} ${paint(word[severity], severity, options)} ${problem}`,
    ...(expected === undefined ? [] : [`  ${word.expected}: ${expected}`]),
    `  ${word.hint}: ${hint}`,
    `  [${finding.code}]`,
    '',
  ].join('\n');
}

function paint(text: string, severity: Severity, options: TextReportOptions): string {
  return options.color === true ? `\u001B[${String(colors[severity])}m${text}\u001B[0m` : text;
}

function countLine(findings: readonly Finding[], options: TextReportOptions): string {
  const count = (severity: Severity) =>
    findings.filter((finding) => describe(finding, options.language).severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (options.language === 'ja') {
    return `誤り ${String(errors)} 件、注意 ${String(warnings)} 件`;
  }
  const plural = (n: number, word: string) => `${String(n)} ${word}${n === 1 ? '' : 's'}`;
  return `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
}
