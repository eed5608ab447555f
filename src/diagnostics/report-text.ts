import type { Finding, Severity } from './finding.ts';
import {
  type Block,
  type Worded,
  commonestAdvice,
  countOf,
  gatherAdvice,
} from './gather-advice.ts';
import { reportWords } from './report-words.ts';
import { shownFile } from './shown-file.ts';
import type { FindingLanguage } from './wording.ts';

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
 * what to do indented below, a closing line with the counts. Advice that comes often is shown at
 * its first places, with the number of the others. What is gravest comes last, where a terminal
 * still shows it. Ends with a line break.
 */
export function reportText(findings: readonly Finding[], options: TextReportOptions): string {
  const { blocks, leftOut } = gatherAdvice(findings, options.language);
  const words = reportWords[options.language];
  const of = (severity: Severity) =>
    blocks.filter(({ first }) => first.severity === severity).map((each) => block(each, options));
  const commonest = commonestAdvice(findings);
  return [
    ...of('advice'),
    ...leftOut.map((rest) => `${words.leftOut(rest)} [${rest.code}]\n`),
    ...(commonest === undefined ? [] : [`${words.silence(commonest)}\n`]),
    ...of('warning'),
    ...of('error'),
    `${words.counts(countOf('error', findings), countOf('warning', findings), countOf('advice', findings))}\n`,
  ].join('\n');
}

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, advice: 36 };

function block({ first, further, more }: Block, options: TextReportOptions): string {
  const words = reportWords[options.language];
  const { expected, hint, finding } = first;
  return [
    ...[first, ...further].map((each) => placeLine(each, options)),
    ...(more === 0 ? [] : [`  ${words.more(more)}`]),
    ...(expected === undefined ? [] : [`  ${words.expected}: ${expected}`]),
    `  ${words.hint}: ${hint}`,
    `  [${finding.code}]`,
    '',
  ].join('\n');
}

function placeLine({ finding, severity, problem }: Worded, options: TextReportOptions): string {
  const place = [shownFile(finding.file, options.contentPath), finding.line, finding.column]
    .filter((part) => part !== undefined)
    .join(':');
  return `${place} ${paint(reportWords[options.language][severity], severity, options)} ${problem}`;
}

function paint(text: string, severity: Severity, options: TextReportOptions): string {
  return options.color === true ? `\u001B[${String(colors[severity])}m${text}\u001B[0m` : text;
}
