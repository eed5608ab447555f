import { lineCodes } from './catalogue-lines.ts';
import type { CatalogueEntry } from './wording.ts';

/** Findings about the notation of frontmatter and of the .yaml files. */
export const yamlCodes = {
  'frontmatter-missing': {
    severity: 'error',
    ja: {
      problem: (v) =>
        v.has('line')
          ? `設定の欄を始める行が「${v('line')}」になっています。`
          : v.has('fault')
            ? `設定の欄を始める「---」の前に${v('fault') === 'blank' ? '空の行' : '空白'}があります。`
            : 'ファイルの先頭に設定の欄がありません。',
      expected: () =>
        '1 行目が半角の「---」、次に title: などの設定、また「---」、そのあとに本文。',
      hint: (v) =>
        v.has('line')
          ? `「${v('line')}」を、半角のハイフン三つ「---」に変えてください。`
          : v.has('fault')
            ? `「---」の前の${v('fault') === 'blank' ? '空の行' : '空白'}を消してください。`
            : '先頭に欄を書き足してください。公開しないファイルなら、名前を「_」で始めてください。',
    },
    en: {
      problem: (v) =>
        v.has('line')
          ? `The line that opens the settings is “${v('line')}”.`
          : v.has('fault')
            ? `There is ${v('fault') === 'blank' ? 'an empty line' : 'a space'} before the --- that opens the settings.`
            : 'The file does not begin with its settings.',
      expected: () => 'A first line of ---, settings such as title:, another ---, then the text.',
      hint: (v) =>
        v.has('line')
          ? 'Write three hyphens, ---, in its place.'
          : v.has('fault')
            ? `Remove the ${v('fault') === 'blank' ? 'empty line' : 'space'}.`
            : 'Add them at the top. If the file is not for readers, let its name begin with _.',
    },
  },
  'frontmatter-unclosed': {
    severity: 'error',
    ja: {
      problem: () => '先頭の設定の欄が「---」で閉じられていません。',
      expected: () => '設定の最後に、半角の「---」だけの行。',
      hint: () => '設定と本文の間に「---」だけの行を入れてください。',
    },
    en: {
      problem: () => 'The settings at the top are not closed.',
      expected: () => 'A line of nothing but --- behind the last setting.',
      hint: () => 'Put a line of --- between the settings and the text.',
    },
  },
  'frontmatter-fence': {
    severity: 'error',
    ja: {
      problem: (v) =>
        `「${v('line')}」の行は設定の欄を閉じる「---」に似ていますが、余分な文字があります。`,
      expected: () => '半角の「---」だけの行。',
      hint: () =>
        '余分な文字を消してください。設定の値の一部なら、行の先頭に空白を二つ入れてください。',
    },
    en: {
      problem: (v) => `The line “${v('line')}” looks like the closing --- but has more in it.`,
      expected: () => 'A line of nothing but ---.',
      hint: () => 'Take away the rest. If it belongs to a setting, begin the line with two spaces.',
    },
  },
  'frontmatter-language': {
    severity: 'error',
    ja: {
      problem: (v) => `先頭の「---」のあとに「${v('language')}」と書かれています。`,
      expected: () => '半角の「---」だけの行。設定は「title: 題名」の形（YAML）で書きます。',
      hint: () =>
        '「---」のあとを消してください。本文の区切り線なら、その前に設定の欄を書いてください。',
    },
    en: {
      problem: (v) => `The first --- is followed by “${v('language')}”.`,
      expected: () =>
        'A line of nothing but ---; settings are written as “title: My title” (YAML).',
      hint: () => 'Take away what follows the ---.',
    },
  },
  'frontmatter-not-settings': {
    severity: 'error',
    ja: {
      problem: () => '先頭の「---」と「---」の間が設定になっていません。',
      expected: () => '「title: 題名」のような行。',
      hint: () =>
        '設定を書いてください。本文の区切り線のつもりなら、その前に設定の欄を置いてください。',
    },
    en: {
      problem: () => 'What stands between the first two --- is not settings.',
      expected: () => 'Lines such as “title: My title”.',
      hint: () =>
        'Write settings there. If the --- was a line in your text, put settings before it.',
    },
  },
  'yaml-not-settings': {
    severity: 'error',
    ja: {
      problem: () => 'ファイルの中身が設定になっていません。',
      expected: () => '「title: 題名」のような行。',
      hint: () => '項目の名前、半角の「:」、半角の空白、値、の順に書いてください。',
    },
    en: {
      problem: () => 'The file does not hold settings.',
      expected: () => 'Lines such as “title: My title”.',
      hint: () => 'Write the name of a setting, a colon, a space and its value.',
    },
  },
  'yaml-broken': {
    severity: 'error',
    ja: {
      problem: () => '設定がここから読み取れません。',
      expected: () => '一行に一つ、「名前: 値」の形。',
      hint: () => 'この行とその前の行の、記号、引用符、行の先頭の空白を見直してください。',
    },
    en: {
      problem: () => 'The settings cannot be understood from here on.',
      expected: () => 'One setting a line, as “name: value”.',
      hint: () =>
        'Look at the signs, quotation marks and indentation of this line and the one before.',
    },
  },
  'yaml-tab': {
    severity: 'error',
    ja: {
      problem: () => '行の先頭にタブがあります。',
      expected: () => '行の先頭の字下げは半角の空白。',
      hint: () => 'タブを半角の空白二つに置き換えてください。',
    },
    en: {
      problem: () => 'The line is indented with a tab.',
      expected: () => 'Indentation made of spaces.',
      hint: () => 'Put two spaces in place of the tab.',
    },
  },
  'yaml-indent': {
    severity: 'error',
    ja: {
      problem: () => '行の先頭の空白の数が合いません。',
      expected: () => '同じ段の項目は、行の先頭の半角の空白の数が同じ。',
      hint: () => '前後の行と、先頭の空白の数をそろえてください。',
    },
    en: {
      problem: () => 'The indentation of the line does not fit.',
      expected: () => 'The same number of spaces before settings that belong together.',
      hint: () => 'Give this line as many spaces as the lines around it.',
    },
  },
  'yaml-duplicate-key': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」が二度書かれています。`,
      expected: () => '同じ項目は一度だけ。',
      hint: (v) =>
        v.has('isGroup')
          ? `二つを一つの「${v('key')}:」にまとめ、中身をみなその下に並べてください。`
          : 'どちらか一方を消してください。',
    },
    en: {
      problem: (v) => `“${v('key')}” is written twice.`,
      expected: () => 'Each setting once.',
      hint: (v) =>
        v.has('isGroup')
          ? `Bring the two together: one “${v('key')}:”, and all that belongs to it below.`
          : 'Remove one of the two.',
    },
  },
  'yaml-colon': {
    severity: 'error',
    ja: {
      problem: () => '値の中に「: 」（半角のコロンと空白）があります。',
      expected: () => 'コロンを含む値は引用符で囲みます。例: title: "第一話: 出会い"',
      hint: () => '値全体を半角の「"」で囲んでください。',
    },
    en: {
      problem: () => 'The value has a colon followed by a space in it.',
      expected: () => 'A value with a colon stands in quotation marks: title: "One: A meeting"',
      hint: () => 'Put the whole value in quotation marks.',
    },
  },
  ...lineCodes,
  'yaml-quote': {
    severity: 'error',
    ja: {
      problem: () => '引用符やかっこが閉じられていません。',
      expected: () => '値の最初と最後に同じ引用符。例: title: "題名"',
      hint: () => '閉じる引用符やかっこを書き足してください。',
    },
    en: {
      problem: () => 'A quotation mark or bracket is not closed.',
      expected: () => 'The same mark before and behind the value: title: "My title"',
      hint: () => 'Add the closing mark.',
    },
  },
  'yaml-special-start': {
    severity: 'error',
    ja: {
      problem: (v) =>
        `値が「${v('character')}」で始まっています。この記号には特別な意味があります。`,
      expected: () => '記号で始まる値は引用符で囲みます。例: title: "@name"',
      hint: () => '値全体を半角の「"」で囲んでください。',
    },
    en: {
      problem: (v) =>
        `The value begins with “${v('character')}”, which has a meaning of its own here.`,
      expected: () => 'A value that begins with a sign stands in quotation marks: title: "@name"',
      hint: () => 'Put the whole value in quotation marks.',
    },
  },
  'yaml-too-complex': {
    severity: 'error',
    ja: {
      problem: () => '設定が入り組みすぎています（「*」による参照や、深い入れ子）。',
      hint: () => '参照や入れ子を使わずに書いてください。',
    },
    en: {
      problem: () => 'The settings are too intricate (references with *, or deep nesting).',
      hint: () => 'Write them without references and nesting.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
