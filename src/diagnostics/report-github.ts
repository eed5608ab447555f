import type { Finding, Severity } from './finding.ts';
import { type Worded, gatherAdvice } from './gather-advice.ts';
import { reportWords } from './report-words.ts';
import { shownFile } from './shown-file.ts';
import type { FindingLanguage } from './wording.ts';

/** How findings are given to GitHub Actions. */
export interface GithubReportOptions {
  /** The content folder, as it is to be shown before file names: relative to the repository. */
  readonly contentPath: string;
  readonly language: FindingLanguage;
}

/**
 * Findings as workflow commands, which GitHub Actions shows at the lines of a pull request. One
 * line each, the gravest first, since only so many are shown; of advice that comes often the first
 * places, with the number of the others. The empty text where there is none.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function reportGithub(findings: readonly Finding[], options: GithubReportOptions): string {
  const words = reportWords[options.language];
  const { blocks, leftOut } = gatherAdvice(findings, options.language);
  const bySeverity = Map.groupBy(blocks, ({ first }) => first.severity);
  const gravestFirst = gravity.flatMap((severity) => bySeverity.get(severity) ?? []);
  return [
    ...gravestFirst.flatMap(({ first, further, more }) =>
      [first, ...further].map((each, i) => {
        const isLast = more > 0 && i === further.length;
        return atPlace(each, isLast ? words.more(more) : undefined, options);
      }),
    ),
    ...leftOut.map((rest) => command('advice', [['title', rest.code]], words.leftOut(rest))),
  ].join('');
}

/**
 * Something that is no finding, as a warning on the page of a run.
 *
 * @param text - one line or several
 */
export function githubWarning(text: string): string {
  return `::warning::${escapeData(text)}`;
}

const gravity = ['error', 'warning', 'advice'] as const satisfies readonly Severity[];

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  advice: 'notice',
};

function atPlace(
  { finding, severity, problem, expected, hint }: Worded,
  more: string | undefined,
  { contentPath }: GithubReportOptions,
): string {
  const properties = [
    ['file', shownFile(finding.file, contentPath)],
    ['line', finding.line],
    ['col', finding.column],
    ['title', finding.code],
  ] as const;
  const message = [problem, expected, hint, more].filter((part) => part !== undefined).join('\n');
  return command(severity, properties, message);
}

function command(
  severity: Severity,
  properties: readonly (readonly [name: string, value: string | number | undefined])[],
  message: string,
): string {
  const shown = properties
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${commands[severity]} ${shown}::${escapeData(message)}\n`;
}

/** As `escapeData` of actions/toolkit, packages/core/src/command.ts. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As `escapeProperty` of actions/toolkit, packages/core/src/command.ts. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
