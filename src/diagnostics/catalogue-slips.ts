import type { CatalogueEntry } from './wording.ts';

/** Findings about what looks like a slip in a text. All are advice, and none is certain. */
export const slipCodes = {
  'angle-bracket-unpaired': {
    severity: 'advice',
    ja: {
      problem: (v) =>
        v('kind') === 'open'
          ? `「${v('sign')}」が、この段落の中で閉じられていません。`
          : `「${v('sign')}」の前に、対になる「《」がこの段落にありません。`,
      expected: () => 'ルビは「漢字《かんじ》」、傍点は「《《強調》》」。どちらも一行の中。',
      hint: () =>
        '足りないかっこを書き足すか、余分なかっこを消してください。記号そのものなら、前に「｜」を付けると、この助言は出ません。',
    },
    en: {
      problem: (v) =>
        v('kind') === 'open'
          ? `“${v('sign')}” is not closed within its paragraph.`
          : `“${v('sign')}” closes nothing in its paragraph.`,
      expected: () => 'Readings as in 漢字《かんじ》, dots as in 《《強調》》, both within a line.',
      hint: () =>
        'Add the bracket that is missing or remove the one too many. A ｜ before the sign says that it is meant as it stands.',
    },
  },
  'reading-too-long': {
    severity: 'advice',
    ja: {
      problem: (v) => `ルビが ${v('length')} 字あります。`,
      expected: (v) =>
        `長くても ${v('longest')} 字。それより長いルビを使える投稿サイトは少数です。`,
      hint: () =>
        '閉じる「》」の場所を確かめてください。ルビではない《 》なら、「《」の前に「｜」を付けてください。',
    },
    en: {
      problem: (v) => `The reading has ${v('length')} characters.`,
      expected: (v) => `At most ${v('longest')}, which is the highest limit of the large sites.`,
      hint: () =>
        'See where 》 stands. If the brackets are not meant for a reading, put ｜ before 《.',
    },
  },
  'base-too-long': {
    severity: 'advice',
    ja: {
      problem: (v) => `ルビが「${v('base')}」の全体に付いています。`,
      expected: () => '十字を超える漢字に付けるときは、ルビの始まる漢字の前に「｜」。',
      hint: () =>
        'ルビの始まる所に「｜」を入れてください。全体に付けるときも、先頭に「｜」を入れると、この助言は出ません。',
    },
    en: {
      problem: (v) => `The reading stands over all of “${v('base')}”.`,
      expected: () => 'A ｜ where the base begins, if there are more than ten kanji.',
      hint: () =>
        'Put ｜ before the first kanji that the reading is for, even if it is for all of them.',
    },
  },
  'base-unmarked': {
    severity: 'advice',
    ja: {
      problem: (v) => `「${v('whole')}」は、このままではルビになりません。`,
      expected: () => '漢字でないものにルビを付けるときは、その前に「｜」。',
      hint: () =>
        'ルビの始まる所に「｜」を入れてください（例: ｜ABC《えー》）。ルビではない《 》なら、「《」の前に「｜」を付けてください。',
    },
    en: {
      problem: (v) => `“${v('whole')}” is no ruby as it stands.`,
      expected: () => 'A ｜ before a base that is no kanji.',
      hint: () =>
        'Put ｜ where the base begins, as in “｜ABC《えー》”. If the brackets are not meant for a reading, put ｜ before 《.',
    },
  },
  'reading-broken': {
    severity: 'advice',
    ja: {
      problem: (v) => `「《${v('reading')}》」の途中に改行があるので、ルビになりません。`,
      expected: () => 'ルビは、《 から 》 まで一行の中。',
      hint: (v) => `「《${v('reading')}》」のように、改行を取ってください。`,
    },
    en: {
      problem: (v) => `“《${v('reading')}》” is broken over two lines, and is no reading so.`,
      expected: () => 'A reading within one line, from 《 to 》.',
      hint: (v) => `Write it without the break: “《${v('reading')}》”.`,
    },
  },
  'bar-unread': {
    severity: 'advice',
    ja: {
      problem: (v) =>
        v.has('reading')
          ? `「｜${v('base')}（${v('reading')}）」は、このままではルビになりません。`
          : '「｜」のあとに、ルビの「《 》」がありません。',
      expected: () => '「｜漢字《かんじ》」のように、ルビは《 》の中。',
      hint: (v) =>
        v.has('reading')
          ? `「｜${v('base')}《${v('reading')}》」に変えてください。`
          : 'ルビを《 》で書き足すか、「｜」を消してください。記号そのものなら、「\\｜」と書いてください。',
    },
    en: {
      problem: (v) =>
        v.has('reading')
          ? `“｜${v('base')}（${v('reading')}）” is no ruby as it stands.`
          : 'No 《 》 with a reading follows the ｜.',
      expected: () => 'A reading in 《 》, as in ｜漢字《かんじ》.',
      hint: (v) =>
        v.has('reading')
          ? `Write “｜${v('base')}《${v('reading')}》”.`
          : 'Add the reading in 《 》, or remove the ｜. If the sign is meant, write “\\｜”.',
    },
  },
  'ellipsis-odd': {
    severity: 'advice',
    ja: {
      problem: (v) => `「…」が奇数（${v('count')} 個）です。`,
      expected: () => '二つで一組。「……」や「…………」。',
      hint: () => '「…」を二つ、四つのように偶数にしてください。',
    },
    en: {
      problem: (v) => `An odd number of … in a row: ${v('count')}.`,
      expected: () => 'Two of them, as in ……, or four.',
      hint: () => 'Make their number even.',
    },
  },
  'ellipsis-substitute': {
    severity: 'advice',
    ja: {
      problem: (v) => `「${v('run')}」は、三点リーダー「……」の代わりのようです。`,
      expected: () => '「…」を二つ、「……」。',
      hint: () => '「……」に変えてください。',
    },
    en: {
      problem: (v) => `“${v('run')}” seems to stand for an ellipsis.`,
      expected: () => 'The sign …, twice: ……',
      hint: () => 'Write ……',
    },
  },
  'dash-odd': {
    severity: 'advice',
    ja: {
      problem: (v) => `ダッシュが奇数（${v('count')} 個）です。`,
      expected: () => '二つで一組。「――」や「――――」。',
      hint: () => 'ダッシュを二つ、四つのように偶数にしてください。',
    },
    en: {
      problem: (v) => `An odd number of dashes in a row: ${v('count')}.`,
      expected: () => 'Two of them, as in ――, or four.',
      hint: () => 'Make their number even.',
    },
  },
  'dash-substitute': {
    severity: 'advice',
    ja: {
      problem: (v) => `「${v('run')}」は、ダッシュ「――」の代わりのようです。`,
      expected: () => 'ダッシュを二つ、「――」。',
      hint: () => '「――」に変えてください。「だっしゅ」で変換できます。',
    },
    en: {
      problem: (v) => `“${v('run')}” seems to stand for a dash.`,
      expected: () => 'The sign ―, twice: ――',
      hint: () => 'Write ――',
    },
  },
  'stop-before-bracket': {
    severity: 'advice',
    ja: {
      problem: (v) => `閉じるかぎかっこ（${v('bracket')}）の前に句点があります。`,
      expected: (v) =>
        `小説では、閉じるかぎかっこ（${v('bracket')}）の前に句点を付けないのが普通です。`,
      hint: () => '句点「。」を消してください。',
    },
    en: {
      problem: (v) => `A full stop 。 stands before “${v('bracket')}”.`,
      expected: (v) => `In fiction, “${v('bracket')}” is set without a stop before it.`,
      hint: () => 'Remove 。',
    },
  },
  'corner-bracket-unpaired': {
    severity: 'advice',
    ja: {
      problem: (v) =>
        v('kind') === 'open'
          ? `かぎかっこ（${v('sign')}）が閉じられていません。`
          : `閉じるかぎかっこ（${v('sign')}）に対する、始まりのかっこ（${v('other')}）がありません。`,
      hint: () =>
        '足りないかぎかっこを書き足すか、余分なかぎかっこを消してください。わざとなら、そのままでかまいません。',
    },
    en: {
      problem: (v) =>
        v('kind') === 'open'
          ? `“${v('sign')}” has no “${v('other')}” to close it.`
          : `“${v('sign')}” has no “${v('other')}” before it.`,
      hint: () =>
        'Add the bracket that is missing, or remove the one too many. If it is meant so, leave it.',
    },
  },
  'half-width-punctuation': {
    severity: 'advice',
    ja: {
      problem: (v) => `半角の${signsJa[v('better')] ?? '記号'}（${v('sign')}）があります。`,
      expected: (v) => `全角の${signsJa[v('better')] ?? '記号'}（${v('better')}）。`,
      hint: (v) => `全角（${v('better')}）に変えてください。`,
    },
    en: {
      problem: (v) => `There is a half-width “${v('sign')}”.`,
      expected: (v) => `The full-width sign, “${v('better')}”.`,
      hint: (v) => `Write “${v('better')}”.`,
    },
  },
  'definition-unused': {
    severity: 'advice',
    ja: {
      problem: (v) =>
        v.has('footnote')
          ? `脚注「[^${v('footnote')}]」は、本文に印がないので、ページに出ません。`
          : `「[${v('label')}]: ${v('url')}」は、リンクの定義と読まれて、ページに出ません。`,
      hint: (v) =>
        v.has('footnote')
          ? '本文に印を書くか、脚注を消してください。'
          : '文章なら、行の先頭に「\\」を付けてください。要らない定義なら、消してください。',
    },
    en: {
      problem: (v) =>
        v.has('footnote')
          ? `The footnote “[^${v('footnote')}]” has no mark in the text, and is not shown.`
          : `“[${v('label')}]: ${v('url')}” is read as the definition of a link, and is not shown.`,
      hint: (v) =>
        v.has('footnote')
          ? 'Put its mark into the text, or remove the footnote.'
          : 'If it is text, begin the line with a backslash. If it is not needed, remove it.',
    },
  },
  'footnote-missing': {
    severity: 'advice',
    ja: {
      problem: (v) => `脚注の印「[^${v('label')}]」に、対になる脚注がありません。`,
      expected: (v) => `行の先頭から「[^${v('label')}]: 脚注の文」。`,
      hint: () =>
        '脚注を書き足すか、印を消してください。文字そのものなら、前に「\\」を付けてください。',
    },
    en: {
      problem: (v) => `The mark “[^${v('label')}]” has no footnote.`,
      expected: (v) => `“[^${v('label')}]: its text” at the start of a line.`,
      hint: () => 'Add the footnote, or remove the mark. If it is text, put a backslash before it.',
    },
  },
  'image-unread': {
    severity: 'advice',
    ja: {
      problem: (v) => `「${v('whole')}」は、このままでは画像になりません。`,
      expected: () =>
        '「![入り江の地図](map.png)」の形。! [ ] ( ) は半角で、題は半角の「"」で囲みます。',
      hint: (v) => `「${v('better')}」と書いてください。`,
    },
    en: {
      problem: (v) => `“${v('whole')}” is no image as it stands.`,
      expected: () =>
        'As in ![A map of the bay](map.png), with plain ! [ ] ( ) and a title in plain quotation marks.',
      hint: (v) => `Write “${v('better')}”.`,
    },
  },
  'link-unread': {
    severity: 'advice',
    ja: {
      problem: (v) => `「${v('whole')}」は、このままではリンクになりません。`,
      expected: () => '「[次の話](./02.md)」の形。[ ] ( ) は半角で、題は半角の「"」で囲みます。',
      hint: (v) => `「${v('better')}」と書いてください。`,
    },
    en: {
      problem: (v) => `“${v('whole')}” is no link as it stands.`,
      expected: () =>
        'As in [The next part](./02.md), with plain [ ] ( ) and a title in plain quotation marks.',
      hint: (v) => `Write “${v('better')}”.`,
    },
  },
  'image-alt-missing': {
    severity: 'advice',
    ja: {
      problem: () => '画像に、見えない人に伝える言葉（代替テキスト）がありません。',
      expected: () => '「![入り江の地図](map.png)」のように、[ ] の中に何の絵かを書きます。',
      hint: () => '言葉を書き足してください。ただの飾りなら、<img src="…" alt=""> と書きます。',
    },
    en: {
      problem: () => 'The image has no alternative text for those who cannot see it.',
      expected: () => 'What it shows, between [ and ], as in ![A map of the bay](map.png).',
      hint: () => 'Add it. For mere decoration write <img src="…" alt="">.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;

/** What half-width signs are called, by the full-width one. */
const signsJa: Readonly<Record<string, string>> = {
  '「': 'かぎかっこ',
  '」': '閉じるかぎかっこ',
  '。': '句点',
  '、': '読点',
  '！': '感嘆符',
  '？': '疑問符',
};
