import type { CatalogueEntry } from './wording.ts';

/** Findings about values of the right kind that mean nothing. */
export const valueCodes = {
  'date-invalid': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」の「${v('value')}」は、ある日付や時刻ではありません。`,
      expected: () => '2026-04-01、2026-04-01T07:00、2026-04-01T07:00+09:00 のどれかの形。',
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」と書いてください。`
          : '形と、その日や時刻が本当にあるかを確かめてください。',
    },
    en: {
      problem: (v) => `“${v('value')}” in “${v('key')}” is no date or time that there is.`,
      expected: () => 'Written as 2026-04-01, 2026-04-01T07:00 or 2026-04-01T07:00+09:00.',
      hint: (v) =>
        v.has('nearest')
          ? `Write “${v('nearest')}”.`
          : 'See that it is written so, and that there is such a day and time.',
    },
  },
  'timezone-invalid': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('value')}」という時間帯はありません。`,
      expected: () => '地域と都市の名前。例: Asia/Tokyo',
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」のことではありませんか。`
          : '日本なら Asia/Tokyo です。',
    },
    en: {
      problem: (v) => `There is no time zone “${v('value')}”.`,
      expected: () => 'A region and a city, such as Asia/Tokyo.',
      hint: (v) =>
        v.has('nearest') ? `Did you mean “${v('nearest')}”?` : 'Japan’s is Asia/Tokyo.',
    },
  },
  'language-invalid': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('value')}」という言語の記号はありません。`,
      expected: () => '国ではなく言語の記号。例: 日本語は ja、英語は en。',
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」と書いてください。`
          : '日本語なら ja と書いてください。',
    },
    en: {
      problem: (v) => `“${v('value')}” does not stand for any language.`,
      expected: () => 'The sign of a language, not of a country: ja for Japanese, en for English.',
      hint: (v) => (v.has('nearest') ? `Write “${v('nearest')}”.` : 'Write ja for Japanese.'),
    },
  },
  'url-invalid': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」の「${v('value')}」はアドレスとして使えません。`,
      expected: () => 'https:// で始まるアドレス。サイトの url には「?」や「#」を付けません。',
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」と書いてください。`
          : 'アドレスを書き直してください。',
    },
    en: {
      problem: (v) => `“${v('value')}” in “${v('key')}” cannot be used as an address.`,
      expected: () => 'An address that begins with https://; the site’s has no ? and no #.',
      hint: (v) => (v.has('nearest') ? `Write “${v('nearest')}”.` : 'Write the address anew.'),
    },
  },
  'host-invalid': {
    severity: 'error',
    ja: {
      problem: (v) =>
        `「${withoutIndex(v('key'))}」の「${v('value')}」はホストの名前ではありません。`,
      expected: () => 'アドレスの https:// と次の / の間。例: www.youtube-nocookie.com',
      hint: (v) =>
        v.has('pattern')
          ? `「*」は使えません。「${v('pattern')}」のように、一つずつ書いてください。`
          : v.has('several')
            ? '「- 」で始まる行に、一つずつ書いてください。'
            : v.has('nearest')
              ? `「${v('nearest')}」と書いてください。`
              : 'ホストの名前を書き直してください。',
    },
    en: {
      problem: (v) => `“${v('value')}” in “${withoutIndex(v('key'))}” is not the name of a host.`,
      expected: () => 'What stands between https:// and the next /: www.youtube-nocookie.com',
      hint: (v) =>
        v.has('pattern')
          ? `A * is not possible. Write each host, such as “${v('pattern')}”.`
          : v.has('several')
            ? 'Write each on a line of its own that begins with “- ”.'
            : v.has('nearest')
              ? `Write “${v('nearest')}”.`
              : 'Write the host’s name anew.',
    },
  },
  'tag-invalid': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('value')}」は tag として使えません。`,
      expected: () => 'あなたのドメインと、それを持っていた年。例: example.org,2026',
      hint: () => '書き直してください。一度公開したら変えないでください。',
    },
    en: {
      problem: (v) => `“${v('value')}” cannot be used as tag.`,
      expected: () => 'A domain of yours and a year in which it was yours: example.org,2026',
      hint: () => 'Write it anew, and never change it once the site is published.',
    },
  },
  'tag-of-example': {
    severity: 'warning',
    ja: {
      problem: (v) => `tag が見本のまま（${v('value')}）です。`,
      expected: () => '自分のドメインと年。行がなければ url から決まります。',
      hint: () => 'tag の行を消してください。一度公開すると、もう変えられません。',
    },
    en: {
      problem: (v) => `The tag is still that of an example: “${v('value')}”.`,
      expected: () => 'A domain of yours and a year; without the line it comes from url.',
      hint: () => 'Remove the line “tag”. Once the site is published it cannot be changed.',
    },
  },
  'account-invalid': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」の「${v('value')}」はアカウント名ではありません。`,
      expected: () =>
        '名前だけ。例: x は natsume、bluesky は natsume.bsky.social、mastodon は natsume@example.org',
      hint: () =>
        'アドレス（https://…）ではなく、この形の名前を書いてください。bluesky と mastodon は、サーバーの名前までが名前です。',
    },
    en: {
      problem: (v) => `“${v('value')}” in “${v('key')}” is not the name of an account.`,
      expected: () =>
        'The name alone: natsume for x, natsume.bsky.social for bluesky, natsume@example.org for mastodon.',
      hint: () =>
        'Write the name in this form, not the address (https://…). For bluesky and mastodon the server is a part of it.',
    },
  },
  'labels-mixed': {
    severity: 'error',
    ja: {
      problem: () => 'labels の書き方が決められません。',
      expected: () =>
        '決まった名前（zenpen など）、preset と numerals、first・middle・last、before・after・final のどれか一つの組。',
      hint: () => 'どの組にするかを選び、ほかの組の項目を消してください。',
    },
    en: {
      problem: () => 'It is not clear which kind of labels is meant.',
      expected: () =>
        'One of these: a name such as zenpen; preset and numerals; first, middle, last; before, after, final.',
      hint: () => 'Choose one and remove the settings of the others.',
    },
  },
  'format-invalid': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」の「${v('value')}」では番号も言葉も出せません。`,
      expected: () => '{n}（番号）か {word}（言葉）を含む文字。例: "{word}{n}"',
      hint: () => '{n} か {word} を入れ、ほかの { } は使わないでください。',
    },
    en: {
      problem: (v) => `“${v('value')}” in “${v('key')}” can show neither number nor word.`,
      expected: () => 'Text with {n} (the number) or {word} in it, such as "{word}{n}".',
      hint: () => 'Put in {n} or {word}, and use no other { }.',
    },
  },
  'order-invalid': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」の「${v('value')}」は順番に使えません。`,
      expected: () => '0 以上の数。例: 3（0 は序章、5.5 は 5 と 6 の間）',
      hint: () => '半角の数字で、0 以上の数を書いてください。',
    },
    en: {
      problem: (v) => `“${v('value')}” in “${v('key')}” is no place in the series.`,
      expected: () =>
        'A number of zero or more, such as 3 (0 is a prologue, 5.5 stands between 5 and 6).',
      hint: () => 'Write a number of zero or more.',
    },
  },
  'placeholder-unknown': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」の「${v('value')}」は、置き換えるものが決まっていません。`,
      expected: (v) => `次のどれか: ${v('choices')}`,
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」と書いてください。`
          : 'どれかに書き換えるか、{ } を消してください。',
    },
    en: {
      problem: (v) => `“${v('value')}” in “${v('key')}” stands for nothing.`,
      expected: (v) => `One of: ${v('choices')}`,
      hint: (v) =>
        v.has('nearest') ? `Write “${v('nearest')}”.` : 'Write one of them, or take away the { }.',
    },
  },
  'template-without-url': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」に {url} がありません。`,
      expected: () => '読みに行けるように、アドレスの入る {url} を含む文。',
      hint: () => '文の終わりなどに {url} を書き足してください。',
    },
    en: {
      problem: (v) => `“${v('key')}” has no {url} in it.`,
      expected: () => 'A text with {url}, where the address goes, for readers to follow.',
      hint: () => 'Add {url}, for example at the end.',
    },
  },
  'template-too-long': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」の決まり文句が長すぎて、題名の入る余地がありません。`,
      expected: () =>
        '全角でおよそ 100 字まで（{url} は 1 つで 12 字ほど。ほかの { } は数えません）。',
      hint: () => '言葉を減らしてください。',
    },
    en: {
      problem: (v) => `The words of “${v('key')}” are too long to leave room for a title.`,
      expected: () => 'At most 200 characters, of which each {url} takes 23 and other { } none.',
      hint: () => 'Use fewer words.',
    },
  },
  'announce-account-missing': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」がありますが、どのアカウントかが書かれていません。`,
      expected: (v) =>
        `「author:」の中の「${v('key').replace(/^announce\./, '')}: アカウント名」。`,
      hint: (v) =>
        `「${v('account')}」を書き足すか、「${v('key')}」に true の代わりにアカウント名を書いてください。`,
    },
    en: {
      problem: (v) => `“${v('key')}” is on, but no account is named.`,
      expected: (v) => `“${v('key').replace(/^announce\./, '')}: account” inside “author:”.`,
      hint: (v) => `Add “${v('account')}”, or write the account in place of true in “${v('key')}”.`,
    },
  },
} as const satisfies Record<string, CatalogueEntry>;

/** `embeds[2]` is a line under `embeds`, which the place of the finding tells better. */
function withoutIndex(key: string): string {
  return key.replace(/\[\d+\]$/, '');
}
