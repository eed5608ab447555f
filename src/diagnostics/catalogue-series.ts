import type { CatalogueEntry } from './wording.ts';

/** Findings about the episodes of a series as a whole. */
export const seriesCodes = {
  'order-missing': {
    severity: 'error',
    ja: {
      problem: () => '「order」（何番目の話か）がありません。',
      expected: () => '作品の中での順番。例: order: 3',
      hint: () =>
        'order を書き足してください。番外編なら kind: extra、お知らせなら kind: notice です。',
    },
    en: {
      problem: () => '“order”, the place in the series, is missing.',
      expected: () => 'The place in the series, such as order: 3',
      hint: () => 'Add order. An extra has kind: extra instead, a notice kind: notice.',
    },
  },
  'order-unwanted': {
    severity: 'error',
    ja: {
      problem: (v) => `kind: ${v('kind')} のファイルに「order」は書けません。`,
      hint: (v) =>
        v('kind') === 'extra'
          ? 'どの話のあとに置くかを after で書き、order を消してください。'
          : 'order を消してください。お知らせは読む順番に入りません。',
    },
    en: {
      problem: (v) => `“order” cannot stand in a file with kind: ${v('kind')}.`,
      hint: (v) =>
        v('kind') === 'extra'
          ? 'Say with after which episode it follows, and remove order.'
          : 'Remove order: a notice stands outside the reading order.',
    },
  },
  'order-duplicate': {
    severity: 'error',
    ja: {
      problem: (v) => `順番 ${v('order')} は「${v('other')}」と同じです。`,
      expected: () => '作品の中で一つずつ違う order。',
      hint: () => 'どちらかの order を変えてください。間に入れるなら 5.5 のような数も使えます。',
    },
    en: {
      problem: (v) => `Place ${v('order')} is also that of “${v('other')}”.`,
      expected: () => 'An order of its own for each episode of the series.',
      hint: () => 'Change one of the two. A number such as 5.5 puts one in between.',
    },
  },
  'order-gap': {
    severity: 'warning',
    ja: {
      problem: (v) => `順番が飛んでいます。ないのは ${v('missing')} です。`,
      expected: () => 'とぎれのない番号（0 や 5.5 はあってもなくてもよい）。',
      hint: () => '書き忘れがないか、order の数が合っているかを確かめてください。',
    },
    en: {
      problem: (v) => `The order skips ${v('missing')}.`,
      expected: () => 'Numbers without a gap (0 and such as 5.5 may be there or not).',
      hint: () => 'See whether a part is missing or an order is mistyped.',
    },
  },
  'after-missing': {
    severity: 'error',
    ja: {
      problem: () => '番外編に「after」（どの話のあとか）がありません。',
      expected: () => '前に来る話の order。例: after: 5',
      hint: () => 'after を書き足してください。',
    },
    en: {
      problem: () => 'The extra has no “after”, the episode that it follows.',
      expected: () => 'The order of the episode before it, such as after: 5',
      hint: () => 'Add after.',
    },
  },
  'after-unknown': {
    severity: 'error',
    ja: {
      problem: (v) => `after の ${v('after')} を order に持つ話がありません。`,
      expected: () => 'この作品にある話の order。',
      hint: (v) =>
        v.has('nearest')
          ? `いちばん近いのは ${v('nearest')} です。`
          : '先に番外編ではない話を書いてください。',
    },
    en: {
      problem: (v) => `No episode has the order ${v('after')} that after names.`,
      expected: () => 'The order of an episode of this series.',
      hint: (v) =>
        v.has('nearest') ? `The nearest is ${v('nearest')}.` : 'Write an episode first.',
    },
  },
  'after-unwanted': {
    severity: 'error',
    ja: {
      problem: () => '「after」は番外編（kind: extra）だけの項目です。',
      hint: () => 'after を消すか、番外編なら kind: extra を書き足してください。',
    },
    en: {
      problem: () => '“after” is for extras (kind: extra) only.',
      hint: () => 'Remove after, or add kind: extra if this is one.',
    },
  },
  'date-missing': {
    severity: 'error',
    ja: {
      problem: () => '「date」（公開の日）がありません。',
      expected: () => '最初に公開する日。例: date: 2026-04-01',
      hint: () => 'date を書き足してください。まだ公開しないなら draft: true と書いてください。',
    },
    en: {
      problem: () => '“date”, the day of publication, is missing.',
      expected: () => 'The day of first publication, such as date: 2026-04-01',
      hint: () => 'Add date, or draft: true while it is not for readers yet.',
    },
  },
  'arc-unknown': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('arc')}」という id の章は series.yaml の arcs にありません。`,
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」のことではありませんか。`
          : v.has('id')
            ? `それは章の題名です。id を使って「arc: ${v('id')}」と書いてください。`
            : 'series.yaml の arcs に id と title を書き足してください。',
    },
    en: {
      problem: (v) => `There is no arc with the id “${v('arc')}” among the arcs of series.yaml.`,
      hint: (v) =>
        v.has('nearest')
          ? `Did you mean “${v('nearest')}”?`
          : v.has('id')
            ? `That is the title of an arc. Write its id: “arc: ${v('id')}”.`
            : 'Add its id and title to arcs in series.yaml.',
    },
  },
  'arc-duplicate': {
    severity: 'error',
    ja: {
      problem: (v) => `章の id「${v('arc')}」が二度使われています。`,
      hint: () => 'どちらかの id を変えてください。',
    },
    en: {
      problem: (v) => `Two arcs have the id “${v('arc')}”.`,
      hint: () => 'Change the id of one of them.',
    },
  },
  'body-empty': {
    severity: 'error',
    ja: {
      problem: () => '本文がありません。',
      expected: () => '設定の欄を閉じる「---」のあとに本文。',
      hint: () => '本文を書いてください。まだ公開しないなら draft: true と書き足してください。',
    },
    en: {
      problem: () => 'There is no text.',
      expected: () => 'Text behind the --- that closes the settings.',
      hint: () => 'Write the text, or add draft: true while it is not for readers yet.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
