import { isJapanese } from '#src/manuscript/language.ts';

export { isJapanese };

/** Words that stand in the HTML of a text, for those who see and those who hear it. */
export interface Words {
  readonly footnotes: string;
  readonly footnote: (n: number) => string;
  /** Of the link from a footnote back to its mark; `mention` counts the marks of one footnote from 1. */
  readonly back: (n: number, mention: number) => string;
  readonly sceneBreak: string;
  readonly done: string;
  readonly open: string;
}

/** The words for a language: Japanese, else English. */
export function wordsOf(language: string): Words {
  return isJapanese(language) ? JAPANESE : ENGLISH;
}

const JAPANESE: Words = {
  footnotes: '脚注',
  footnote: (n) => `脚注${String(n)}`,
  back: (n, mention) =>
    `脚注${String(n)}の本文へ戻る${mention > 1 ? `（${String(mention)}）` : ''}`,
  sceneBreak: '場面転換',
  done: '済み',
  open: '未済',
};

const ENGLISH: Words = {
  footnotes: 'Footnotes',
  footnote: (n) => `Footnote ${String(n)}`,
  back: (n, mention) =>
    `Back to the text at footnote ${String(n)}${mention > 1 ? ` (${String(mention)})` : ''}`,
  sceneBreak: 'Scene break',
  done: 'Done',
  open: 'To do',
};
