import type { CatalogueEntry } from './wording.ts';

/** Findings about folders and files before anything in them is understood. */
export const fileCodes = {
  'content-missing': {
    severity: 'error',
    ja: {
      problem: () => '原稿のフォルダがありません。',
      expected: () => 'site.yaml と作品のフォルダが入ったフォルダ。',
      hint: () => 'フォルダを作るか、TSUZUKI_CONTENT で場所を指定してください。',
    },
    en: {
      problem: () => 'The content folder is not there.',
      expected: () => 'A folder that holds site.yaml and a folder for each series.',
      hint: () => 'Create the folder, or name another one with TSUZUKI_CONTENT.',
    },
  },
  'file-unreadable': {
    severity: 'error',
    ja: {
      problem: (v) => `読み込めません（${v('reason')}）。`,
      hint: () => 'ファイルがあり、読む権限があり、リンク切れでないことを確かめてください。',
    },
    en: {
      problem: (v) => `This cannot be read (${v('reason')}).`,
      hint: () =>
        'See that the file is there, that you may read it, and that it is no broken link.',
    },
  },
  'folder-loop': {
    severity: 'error',
    ja: {
      problem: () => 'このフォルダのリンクは、自分自身に戻るか、リンクをいくつも経由しています。',
      hint: () => 'リンクを消すか、本物のフォルダに置き換えてください。',
    },
    en: {
      problem: () => 'This link to a folder leads back to itself, or through too many links.',
      hint: () => 'Remove the link, or put a real folder in its place.',
    },
  },
  'file-empty': {
    severity: 'error',
    ja: {
      problem: () => 'ファイルが空です。',
      hint: () =>
        '中身を書くか、ファイルを消してください。名前を「_」で始めると、まだ読み込まれません。',
    },
    en: {
      problem: () => 'The file is empty.',
      hint: () =>
        'Write something in it, or delete it. A name that begins with _ is left out for now.',
    },
  },
  'file-binary': {
    severity: 'error',
    ja: {
      problem: () => '文章ではないデータ（値が 0 のバイト）が含まれています。',
      expected: () => 'UTF-8 の文章だけのファイル。',
      hint: () => 'ファイルが壊れているかもしれません。控えから戻すか、書き直してください。',
    },
    en: {
      problem: () => 'The file holds data that is not text (bytes of value zero).',
      expected: () => 'A file with nothing but text in UTF-8.',
      hint: () => 'The file may be damaged. Restore it from a copy, or write it anew.',
    },
  },
  'encoding-not-utf8': {
    severity: 'error',
    ja: {
      problem: (v) =>
        v.has('encoding')
          ? `文字コードが UTF-8 ではありません（${v('encoding')} のようです）。`
          : '文字コードが UTF-8 ではありません。',
      expected: () => 'UTF-8 で保存されたファイル。',
      hint: () =>
        'エディタで開き、「名前を付けて保存」や「文字コードを指定して保存」で UTF-8 を選んで保存し直してください。',
    },
    en: {
      problem: (v) =>
        v.has('encoding')
          ? `The file is not in UTF-8 (it looks like ${v('encoding')}).`
          : 'The file is not in UTF-8.',
      expected: () => 'A file that was saved as UTF-8.',
      hint: () => 'Open it in your editor and save it again with the encoding UTF-8 (“Save as”).',
    },
  },
  'site-missing': {
    severity: 'error',
    ja: {
      problem: (v) =>
        v.has('nearest')
          ? `site.yaml がありません。「${v('nearest')}」はあります。`
          : 'site.yaml がありません。',
      expected: () => 'サイトの名前（title）とアドレス（url）を書いた site.yaml。',
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」の名前を site.yaml に変えてください。`
          : '原稿のフォルダに site.yaml を作ってください。',
    },
    en: {
      problem: (v) =>
        v.has('nearest')
          ? `There is no site.yaml, though there is “${v('nearest')}”.`
          : 'There is no site.yaml.',
      expected: () => 'A site.yaml with the name (title) and the address (url) of the site.',
      hint: (v) =>
        v.has('nearest')
          ? `Rename “${v('nearest')}” to site.yaml.`
          : 'Create site.yaml in the content folder.',
    },
  },
  'no-series': {
    severity: 'error',
    ja: {
      problem: () => '作品が一つもありません。',
      expected: () => '作品ごとに一つのフォルダ。中に series.yaml と 01.md などの本文。',
      hint: () => '作品のフォルダを作り、series.yaml と最初の本文を入れてください。',
    },
    en: {
      problem: () => 'There is no series at all.',
      expected: () => 'One folder for each series, with series.yaml and texts such as 01.md.',
      hint: () => 'Create a folder for your series and put series.yaml and a first text into it.',
    },
  },
  'series-file-missing': {
    severity: 'error',
    ja: {
      problem: (v) =>
        v.has('nearest')
          ? `このフォルダには本文がありますが、series.yaml がありません。「${v('nearest')}」はあります。`
          : 'このフォルダには本文がありますが、series.yaml がありません。',
      expected: () => '作品の題名（title）を書いた series.yaml。',
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」の名前を series.yaml に変えてください。`
          : 'series.yaml を作ってください。公開しないフォルダなら、名前を「_」で始めてください。',
    },
    en: {
      problem: (v) =>
        v.has('nearest')
          ? `This folder holds texts but no series.yaml, though there is “${v('nearest')}”.`
          : 'This folder holds texts but no series.yaml.',
      expected: () => 'A series.yaml with the title of the series.',
      hint: (v) =>
        v.has('nearest')
          ? `Rename “${v('nearest')}” to series.yaml.`
          : 'Create series.yaml. If the folder is not for readers, let its name begin with _.',
    },
  },
  'series-empty': {
    severity: 'error',
    ja: {
      problem: () => 'この作品には本文のファイルが一つもありません。',
      expected: () => '01.md のような、名前が .md で終わるファイル。',
      hint: () => '最初の本文を作るか、フォルダの名前を「_」で始めてください。',
    },
    en: {
      problem: () => 'This series has no text at all.',
      expected: () => 'A file whose name ends in .md, such as 01.md.',
      hint: () => 'Write the first text, or let the name of the folder begin with _.',
    },
  },
  'markdown-nested': {
    severity: 'error',
    ja: {
      problem: () => '本文のファイルが、作品のフォルダの中のフォルダにあります。',
      expected: () =>
        '作品のフォルダのすぐ下にある本文。画像は中のフォルダにあってもかまいません。',
      hint: () =>
        '一つ上のフォルダへ移すか、名前を「_」で始めてください。章は series.yaml の arcs で分けられます。',
    },
    en: {
      problem: () => 'This text lies in a folder inside the folder of a series.',
      expected: () => 'Texts directly in the folder of the series. Images may lie deeper.',
      hint: () =>
        'Move it up, or let its name begin with _. Arcs are made with `arcs` in series.yaml.',
    },
  },
  'text-unread': {
    severity: 'advice',
    ja: {
      problem: (v) => `「${v('name')}」は読みません。`,
      expected: () => '本文は、名前の終わりが .md の、UTF-8 の文章だけのファイル。',
      hint: (v) =>
        v.has('rename')
          ? `本文なら、名前の終わりを .md にしてください（${v('rename')}）。そうでなければ、名前を「_」で始めてください。`
          : `本文なら、文章だけを新しいファイル「${v('save')}」に移してください。そうでなければ、名前を「_」で始めてください。`,
    },
    en: {
      problem: (v) => `“${v('name')}” is not read.`,
      expected: () => 'Texts are files of plain text in UTF-8 whose names end in .md.',
      hint: (v) =>
        v.has('rename')
          ? `If it is a text, let its name end in .md: “${v('rename')}”. If not, let it begin with _.`
          : `If it is a text, copy its words into a new file “${v('save')}”. If not, let its name begin with _.`,
    },
  },
  'part-outside': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('key')}」がありますが、作品のフォルダの中ではありません。`,
      expected: () => '話、番外編、お知らせは、作品のフォルダ（series.yaml のあるフォルダ）の中。',
      hint: (v) =>
        v.has('folder')
          ? `フォルダ「${v('folder')}」の中へ移してください。話ではなく固定のページなら、「${v('key')}」の行を消してください。`
          : `作品のフォルダの中へ移してください。話ではなく固定のページなら、「${v('key')}」の行を消してください。`,
    },
    en: {
      problem: (v) => `The file has “${v('key')}”, but lies outside the folder of any series.`,
      expected: () => 'Episodes, extras and notices lie in the folder that holds series.yaml.',
      hint: (v) =>
        v.has('folder')
          ? `Move it into the folder “${v('folder')}”. If it is a page of its own, remove “${v('key')}”.`
          : `Move it into the folder of its series. If it is a page of its own, remove “${v('key')}”.`,
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
