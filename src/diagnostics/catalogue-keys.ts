import type { CatalogueEntry } from './wording.ts';

/** Findings about settings as such: which there are, and what kind of value they take. */
export const keyCodes = {
  'unknown-key': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」という項目はありません。`,
      hint: (v) =>
        v.has('under')
          ? `「${v('under')}:」の下に移し、行の先頭に半角の空白を二つ置いてください。`
          : v.has('belongs')
            ? `「${v(v.has('nearest') ? 'nearest' : 'key')}」は${placeJa(v('belongs'))}に書く項目です。そちらへ移してください。`
            : v.has('nearest')
              ? `「${v('nearest')}」のことではありませんか。`
              : 'この行を消してください。使える項目は説明書にあります。',
    },
    en: {
      problem: (v) => `There is no setting called “${v('key')}”.`,
      hint: (v) =>
        v.has('under')
          ? `Put it under “${v('under')}:”, behind two spaces.`
          : v.has('belongs')
            ? `“${v(v.has('nearest') ? 'nearest' : 'key')}” belongs in ${placeEn(v('belongs'))}. Move it there.`
            : v.has('nearest')
              ? `Did you mean “${v('nearest')}”?`
              : 'Remove the line. The manual lists the settings that there are.',
    },
  },
  'key-missing': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」がありません。`,
      expected: (v) => `「${v('key')}」は必ず書く項目です。`,
      hint: (v) => {
        const { parent, leaf } = splitKey(v('key'));
        return `${parent === '' ? '' : `「${parent}」の中に`}「${leaf}: …」の行を書き足してください。`;
      },
    },
    en: {
      problem: (v) => `“${v('key')}” is missing.`,
      expected: (v) => `“${v('key')}” must always be there.`,
      hint: (v) => {
        const { parent, leaf } = splitKey(v('key'));
        return `Add a line “${leaf}: …”${parent === '' ? '' : ` inside “${parent}”`}.`;
      },
    },
  },
  'value-missing': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」に値がありません。`,
      hint: () => '値を書くか、行ごと消してください。「#」で始まる値は引用符で囲んでください。',
    },
    en: {
      problem: (v) => `“${v('key')}” has no value.`,
      hint: () =>
        'Write one, or remove the line. Put a value that begins with # in quotation marks.',
    },
  },
  'wrong-type': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key').replace(/^embeds\[\d+\]$/, 'embeds')}」の値の種類が違います。`,
      expected: (v) => typesJa[v('expected')] ?? v('expected'),
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」と書いてください。`
          : (mendingsJa[v('expected')] ?? '値を半角の「"」で囲んでください。'),
    },
    en: {
      problem: (v) =>
        `The value of “${v('key').replace(/^embeds\[\d+\]$/, 'embeds')}” is of the wrong kind.`,
      expected: (v) => typesEn[v('expected')] ?? v('expected'),
      hint: (v) =>
        v.has('nearest')
          ? `Write “${v('nearest')}”.`
          : (mendingsEn[v('expected')] ?? 'Put it in quotation marks.'),
    },
  },
  'choice-unknown': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」に「${v('value')}」という値はありません。`,
      expected: (v) => `次のどれか: ${v('choices')}`,
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」のことではありませんか。`
          : v.has('example')
            ? `決まった名前から選ぶか、自分の言葉を「${v('key')}: ${v('example')}」のように書いてください。「第1話」の形は「${v('key')}: wa」です。`
            : 'どれか一つを選んでください。',
    },
    en: {
      problem: (v) => `“${v('key')}” cannot be “${v('value')}”.`,
      expected: (v) => `One of: ${v('choices')}`,
      hint: (v) =>
        v.has('nearest')
          ? `Did you mean “${v('nearest')}”?`
          : v.has('example')
            ? `Choose one, or write words of your own as in “${v('key')}: ${v('example')}”.`
            : 'Choose one of them.',
    },
  },
  'number-range': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」の「${v('value')}」は使えない数です。`,
      expected: (v) => `${v('minimum')} から ${v('maximum')} までの整数。`,
      hint: () => '数を書き直してください。',
    },
    en: {
      problem: (v) => `“${v('key')}” cannot be ${v('value')}.`,
      expected: (v) => `A whole number from ${v('minimum')} to ${v('maximum')}.`,
      hint: () => 'Write another number.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;

const typesJa: Readonly<Record<string, string>> = {
  text: '文字。例: 「三四郎」',
  'text-or-settings': '文字、または中に項目を並べたもの。',
  'text-or-list': '文字、または「- 」で始まる行を並べたもの。',
  number: '数。例: 5 や 5.5',
  switch: 'true（はい）か false（いいえ）。',
  'switch-or-settings': 'true か false、または中に「名前: false」の行を字下げして並べたもの。',
  date: '日付。例: 2026-04-01 や 2026-04-01T07:00',
  hosts:
    'ホストの名前、またはそれを「- 」で始まる行に一つずつ並べたもの。例: www.youtube-nocookie.com',
  list: '「- 」で始まる行を並べたもの。',
  'monthly-or-off': '「monthly: 10」のような、ひと月に投稿する数の上限。またはオフを表す false。',
  'account-or-switch': 'true（はい）か false（いいえ）、またはアカウントの名前。',
  settings: '中に「名前: 値」の行を字下げして並べたもの。',
};

const textJa = '文字として書きたいときは、値を半角の「"」で囲んでください。';
const linesJa = '行を改め、行の先頭に半角の空白を二つ置いて';
const mendingsJa: Readonly<Record<string, string>> = {
  text: textJa,
  'text-or-settings': textJa,
  'text-or-list': textJa,
  number: '引用符やかっこを付けず、半角の数字で書いてください。',
  switch: '「true」か「false」と書いてください。',
  'switch-or-settings': `すべて止めるなら「false」。一つだけ止めるなら、${linesJa}「dash-odd: false」のように書いてください。`,
  date: '「2026-04-01」のように書いてください。',
  hosts: '許すホストの名前を書いてください。どれも許さないなら、この行を消してください。',
  list: `${linesJa}「- 」で始め、一行に一つずつ書いてください。`,
  'monthly-or-off': `有料の投稿を使うなら、${linesJa}「monthly: 10」のように書いてください。リンクを表示するだけなら、この行を消してください。`,
  'account-or-switch': '「true」か「false」か、アカウントの名前を書いてください。',
  settings: `${linesJa}「名前: 値」と書いてください。`,
};

const typesEn: Readonly<Record<string, string>> = {
  text: 'Text, such as: Sanshiro',
  'text-or-settings': 'Text, or settings of its own on indented lines.',
  'text-or-list': 'Text, or a list of lines that begin with “- ”.',
  number: 'A number, such as 5 or 5.5',
  switch: 'true or false.',
  'switch-or-settings': 'true or false, or lines of “name: false”, indented under it.',
  date: 'A date, such as 2026-04-01 or 2026-04-01T07:00',
  hosts: 'The name of a host, or a line “- ” for each of several: www.youtube-nocookie.com',
  list: 'A list of lines that begin with “- ”.',
  'monthly-or-off': 'The most posts in a month, such as “monthly: 10”, or false for none at all.',
  'account-or-switch': 'true or false, or the name of the account.',
  settings: 'Lines of “name: value”, indented under it.',
};

const textEn = 'If it is meant as text, put it in quotation marks.';
const linesEn = 'on a line of its own that begins with two spaces';
const mendingsEn: Readonly<Record<string, string>> = {
  text: textEn,
  'text-or-settings': textEn,
  'text-or-list': textEn,
  number: 'Write it in digits, without quotation marks or brackets.',
  switch: 'Write “true” or “false”.',
  'switch-or-settings': `Write “false” for none at all; for one kind write “dash-odd: false” ${linesEn}.`,
  date: 'Write it as in “2026-04-01”.',
  hosts: 'Write the name of the host. To allow none, remove the line.',
  list: `Write each “- …” ${linesEn}.`,
  'monthly-or-off': `To use paid posting write “monthly: 10” ${linesEn}. For the link alone, remove this line.`,
  'account-or-switch': 'Write “true”, “false” or the name of the account.',
  settings: `Write each “name: value” ${linesEn}.`,
};

function placeJa(place: string): string {
  return place === 'episode' ? '本文のファイルの先頭' : ` ${place} `;
}

function placeEn(place: string): string {
  return place === 'episode' ? 'the top of an episode’s file' : place;
}

/** `arcs[2].title` is `title` inside `arcs[2]`. */
function splitKey(key: string): { parent: string; leaf: string } {
  const dot = key.lastIndexOf('.');
  return { parent: key.slice(0, Math.max(0, dot)), leaf: key.slice(dot + 1) };
}
