import type { LeftOut } from './gather-advice.ts';
import type { FindingLanguage } from './wording.ts';

/** What the reports for people say besides the findings. */
export interface ReportWords {
  readonly error: string;
  readonly warning: string;
  readonly advice: string;
  readonly expected: string;
  readonly hint: string;
  /** How many more places a file has. */
  readonly more: (places: number) => string;
  readonly leftOut: (rest: LeftOut) => string;
  /** How advice such as that code is switched off, in several lines. */
  readonly silence: (code: string) => string;
  /** Without advice where there is none. */
  readonly counts: (errors: number, warnings: number, advice: number) => string;
}

const ja: ReportWords = {
  error: '誤り',
  warning: '注意',
  advice: '助言',
  expected: '正しい形',
  hint: '直し方',
  more: (places) => `ほか ${String(places)} か所`,
  leftOut: ({ files, places }) => `ほか ${String(files)} ファイルに ${String(places)} か所`,
  silence: (code) =>
    [
      '助言は直さなくてもかまいません。要らない種類は、site.yaml で止められます（「advice:」の行がもうあれば、その中に一行足すだけ）。すべて止めるなら「advice: false」。',
      ...sample(code),
    ].join('\n'),
  counts: (errors, warnings, advice) =>
    [
      `誤り ${String(errors)} 件、注意 ${String(warnings)} 件`,
      ...(advice === 0 ? [] : [`助言 ${String(advice)} 件`]),
    ].join('、'),
};

const en: ReportWords = {
  error: 'error',
  warning: 'warning',
  advice: 'advice',
  expected: 'expected',
  hint: 'to do',
  more: (places) => `and ${plural(places, 'more place')}`,
  leftOut: ({ files, places }) =>
    `and ${plural(places, 'more place')} in ${plural(files, 'more file')}`,
  silence: (code) =>
    [
      'Advice may be left as it is. To hear no more of one kind, write in site.yaml (if “advice:” is there already, add to what is in it), or “advice: false” for none at all:',
      ...sample(code),
    ].join('\n'),
  counts: (errors, warnings, advice) =>
    [
      plural(errors, 'error'),
      plural(warnings, 'warning'),
      ...(advice === 0 ? [] : [`${String(advice)} advice`]),
    ].join(', '),
};

/** Copied as it stands, it is right in a site.yaml that has no `advice` yet. */
function sample(code: string): readonly string[] {
  return ['advice:', `  ${code}: false`];
}

function plural(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? '' : 's'}`;
}

export const reportWords: Readonly<Record<FindingLanguage, ReportWords>> = { ja, en };
