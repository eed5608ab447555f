import { type Code, catalogue } from './catalogue.ts';
import { type Description, describe } from './describe.ts';
import type { Finding, Severity } from './finding.ts';
import { sortFindings } from './sort-findings.ts';
import type { FindingLanguage } from './wording.ts';

/** What a report for people shows together. */
export interface Block {
  readonly first: Worded;
  /** The same advice at further places of the file. */
  readonly further: readonly Worded[];
  /** How many more places there are. */
  readonly more: number;
}

/** A finding in words. */
export interface Worded extends Description {
  readonly finding: Finding;
}

/** Advice of one code that a report leaves out, since it shows enough of it. */
export interface LeftOut {
  readonly code: Code;
  readonly files: number;
  readonly places: number;
}

/** Places of one kind of advice that are shown of a file, and files with it that are shown. */
const mostPlaces = 3;
const mostFiles = 10;

/**
 * Puts findings into words for people, in the order of file, line, column and code. An error or a
 * warning is a block of its own; advice, of which a text may have hundreds, is gathered by file,
 * code and what is to be done.
 */
export function gatherAdvice(
  findings: readonly Finding[],
  language: FindingLanguage,
): { readonly blocks: readonly Block[]; readonly leftOut: readonly LeftOut[] } {
  const groups = new Map<unknown, [Worded, ...Worded[]]>();
  for (const finding of sortFindings(findings)) {
    const worded = { ...describe(finding, language), finding };
    const key = isAdvice(finding)
      ? [finding.file, finding.code, worded.expected, worded.hint].join('\0')
      : finding;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [worded]);
    else group.push(worded);
  }
  const blocks: Block[] = [];
  const rest: Finding[] = [];
  const shownFiles = new Map<Code, Set<string>>();
  for (const [first, ...others] of groups.values()) {
    const { code, file } = first.finding;
    const files = shownFiles.get(code) ?? new Set();
    if (isAdvice(first.finding) && files.size >= mostFiles && !files.has(file)) {
      rest.push(first.finding, ...others.map(({ finding }) => finding));
    } else {
      shownFiles.set(code, files.add(file));
      const further = others.slice(0, mostPlaces - 1);
      blocks.push({ first, further, more: others.length - further.length });
    }
  }
  return { blocks, leftOut: countedByCode(rest) };
}

function countedByCode(rest: readonly Finding[]): LeftOut[] {
  return [...Map.groupBy(rest, ({ code }) => code)].map(([code, findings]) => {
    const files = new Set(findings.map(({ file }) => file)).size;
    return { code, files, places: findings.length };
  });
}

/** The code of advice that comes most often, of equals the first. */
export function commonestAdvice(findings: readonly Finding[]): Code | undefined {
  const counts = [...Map.groupBy(findings.filter(isAdvice), ({ code }) => code)];
  return counts.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

/** How many findings are of that severity. */
export function countOf(severity: Severity, findings: readonly Finding[]): number {
  return findings.filter(({ code }) => catalogue[code].severity === severity).length;
}

function isAdvice({ code }: Finding): boolean {
  return catalogue[code].severity === 'advice';
}
