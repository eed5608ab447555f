import type { CatalogueEntry } from './wording.ts';

/** Findings about lines of settings that look right to a writer and are not. */
export const lineCodes = {
  'yaml-colon-fullwidth': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」のあとのコロンが全角です。`,
      expected: (v) => `半角のコロンと半角の空白。例: ${v('key')}: 値`,
      hint: () => '「：」を「: 」に変えてください。',
    },
    en: {
      problem: (v) => `The colon behind “${v('key')}” is a full-width one.`,
      expected: (v) => `An ordinary colon and a space, as in “${v('key')}: value”.`,
      hint: () => 'Replace “：” by “: ”.',
    },
  },
  'yaml-colon-space': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}:」のあとに空白がありません。`,
      expected: (v) => `半角のコロンと半角の空白。例: ${v('key')}: 値`,
      hint: () => 'コロンのあとに半角の空白を一つ入れてください。',
    },
    en: {
      problem: (v) => `There is no space behind “${v('key')}:”.`,
      expected: (v) => `A colon and a space, as in “${v('key')}: value”.`,
      hint: () => 'Put a space behind the colon.',
    },
  },
  'yaml-space-fullwidth': {
    severity: 'error',
    ja: {
      problem: (v) =>
        v.has('key')
          ? `「${v('key')}:」のあとに全角の空白があります。`
          : v.has('sign')
            ? `「${v('sign')}」の前に全角の空白があります。`
            : '行の先頭に全角の空白があります。',
      expected: (v) =>
        v.has('key') ? `半角のコロンと半角の空白。例: ${v('key')}: 値` : '空白はどれも半角。',
      hint: (v) =>
        v.has('key') || v.has('sign')
          ? '全角の空白を半角の空白一つにしてください。'
          : '全角の空白を消してください。字下げのつもりなら、半角の空白二つにしてください。',
    },
    en: {
      problem: (v) =>
        v.has('key')
          ? `There is a full-width space behind “${v('key')}:”.`
          : v.has('sign')
            ? `There is a full-width space before “${v('sign')}”.`
            : 'The line begins with a full-width space.',
      expected: (v) =>
        v.has('key') ? `A colon and a space, as in “${v('key')}: value”.` : 'Ordinary spaces only.',
      hint: (v) =>
        v.has('key') || v.has('sign')
          ? 'Put one ordinary space in its place.'
          : 'Remove it, or put two ordinary spaces in its place if it is meant to indent the line.',
    },
  },
  'yaml-comment-fullwidth': {
    severity: 'error',
    ja: {
      problem: () => '覚え書きの印「＃」が全角です。',
      expected: () => '半角の「#」。その前が値なら、間に半角の空白。例: order: 3 # 三番目の話',
      hint: () => '「＃」を半角の「#」に変えてください。',
    },
    en: {
      problem: () => 'The sign ＃, which begins a comment, is a full-width one.',
      expected: () => 'An ordinary # with a space before it, as in “order: 3 # the third part”.',
      hint: () => 'Replace “＃” by “#”.',
    },
  },
  'yaml-several-lines': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」の文が何行かにわたっているようですが、そう書かれていません。`,
      expected: (v) =>
        `何行かにわたる文は「${v('key')}: |」と書き、次の行から半角の空白二つで字下げします。`,
      hint: (v) =>
        `「${v('key')}: |」で改行し、そのあとの文の行の先頭に、どれも半角の空白を二つ入れてください。`,
    },
    en: {
      problem: (v) => `“${v('key')}” seems to have several lines of text, but is not written so.`,
      expected: (v) =>
        `Text of several lines stands below “${v('key')}: |”, each line behind two spaces.`,
      hint: (v) =>
        `Break the line behind “${v('key')}: |” and begin every line of the text with two spaces.`,
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
