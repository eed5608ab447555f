import type { CatalogueEntry } from './wording.ts';

/** Findings about the folder that a build is written to. */
export const outputCodes = {
  'output-unwritable': {
    severity: 'error',
    ja: {
      problem: (v) => `出力先「${v('path')}」に書き込めません（${v('reason')}）。`,
      expected: () => '書き込めるフォルダ。',
      hint: () => '書き込む権限を確かめるか、TSUZUKI_OUT で別の場所を指定してください。',
    },
    en: {
      problem: (v) => `The output “${v('path')}” cannot be written (${v('reason')}).`,
      expected: () => 'A folder that can be written to.',
      hint: () => 'See that you may write there, or name another folder with TSUZUKI_OUT.',
    },
  },
  'output-not-replaceable': {
    severity: 'error',
    ja: {
      problem: (v) =>
        `出力先「${v('path')}」には、このサイトの出力ではないものがあるので、置き換えません。`,
      expected: () => 'まだないフォルダ、空のフォルダ、または前の出力。',
      hint: () => 'TSUZUKI_OUT で別の場所を指定するか、中身を自分で片づけてください。',
    },
    en: {
      problem: (v) =>
        `The output “${v('path')}” holds something that is not a built site, and is left alone.`,
      expected: () => 'A folder that does not exist yet, an empty one, or an earlier output.',
      hint: () => 'Name another folder with TSUZUKI_OUT, or clear this one yourself.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
