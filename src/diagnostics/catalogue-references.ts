import type { CatalogueEntry } from './wording.ts';

/** Findings about links and images, and about what readers can reach. */
export const referenceCodes = {
  'image-missing': {
    severity: 'error',
    ja: {
      problem: (v) => `画像「${v('url')}」がありません。`,
      expected: () => 'このファイルから見た画像の場所。大文字と小文字も同じに書きます。',
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」はあります。`
          : '画像を置くか、名前を確かめてください。',
    },
    en: {
      problem: (v) => `There is no image “${v('url')}”.`,
      expected: () => 'Where the image lies, seen from this file, with the same capital letters.',
      hint: (v) =>
        v.has('nearest')
          ? `There is “${v('nearest')}”.`
          : 'Put the image there, or see to its name.',
    },
  },
  'image-address': {
    severity: 'error',
    ja: {
      problem: (v) =>
        `${v.has('key') ? `「${v('key')}」の` : '画像'}「${v('url')}」は原稿のフォルダにある画像ではありません。`,
      expected: () => 'このファイルから見た画像の場所。例: cover.jpg',
      hint: () => '画像をこのファイルの横に置き、その名前を書いてください。',
    },
    en: {
      problem: (v) =>
        `“${v('url')}”${v.has('key') ? ` in “${v('key')}”` : ''} is not an image in the content folder.`,
      expected: () => 'Where the image lies, seen from this file, such as cover.jpg',
      hint: () => 'Put the image beside this file and write its name.',
    },
  },
  'image-unreadable': {
    severity: 'error',
    ja: {
      problem: (v) =>
        v.has('isCut')
          ? `画像「${v('url')}」のファイルが、途中で切れています。`
          : `「${v('url')}」は画像として読めません。`,
      expected: () => 'JPEG、PNG、WebP、GIF、AVIF、SVG のどれか。',
      hint: (v) =>
        v.has('isCut')
          ? '元のファイルから、もう一度コピーするか保存し直してください。'
          : '画像を保存し直してください。ファイルが壊れているかもしれません。',
    },
    en: {
      problem: (v) =>
        v.has('isCut')
          ? `The file of the image “${v('url')}” ends midway.`
          : `“${v('url')}” cannot be read as an image.`,
      expected: () => 'A JPEG, PNG, WebP, GIF, AVIF or SVG file.',
      hint: (v) =>
        v.has('isCut')
          ? 'Copy or save it once more from where it came.'
          : 'Save the image again: the file may be damaged.',
    },
  },
  'embed-not-allowed': {
    severity: 'warning',
    ja: {
      problem: (v) => `「${v('url')}」の埋め込みは表示されません。`,
      expected: () => 'https:// で始まり、ホストが site.yaml の embeds にあるアドレス。',
      hint: (v) =>
        v.has('host')
          ? `${v.has('twin') ? `「${v('twin')}」と「${v('host')}」は別のホストです。` : ''}信頼できるサイトなら、site.yaml の${v.has('listed') ? '「embeds:」の下に、ほかの行と先頭をそろえて' : '最後に「embeds:」の行と、その次に'}「- ${v('host')}」の行を足してください。`
          : '埋め込むもののアドレスを https:// から書いてください。',
    },
    en: {
      problem: (v) => `What “${v('url')}” would embed is not shown.`,
      expected: () => 'An address with https:// on a host that embeds in site.yaml names.',
      hint: (v) =>
        v.has('host')
          ? `${v.has('twin') ? `“${v('twin')}” and “${v('host')}” are different hosts. ` : ''}If you trust that site, add a line “- ${v('host')}” ${v.has('listed') ? 'under “embeds:” in site.yaml, behind as many spaces as its neighbours' : 'below a line “embeds:” at the end of site.yaml'}.`
          : 'Write the whole address, from https:// on.',
    },
  },
  'embed-title-missing': {
    severity: 'warning',
    ja: {
      problem: (v) => `「${v('url')}」の埋め込みに題がありません。`,
      expected: () => '画面を見ない読者にも何の埋め込みか分かる title。',
      hint: () => '<iframe title="灯台の動画" …> のように書いてください。',
    },
    en: {
      problem: (v) => `What “${v('url')}” embeds has no title.`,
      expected: () => 'A title that tells readers who do not see the page what it is.',
      hint: () => 'Write it as in <iframe title="A film of the lighthouse" …>.',
    },
  },
  'link-missing': {
    severity: 'error',
    ja: {
      problem: (v) => `リンク先「${v('url')}」がありません。`,
      expected: () => '「./03.md」や「../作品/03.md」、またはサイトの中のアドレス「/…」。',
      hint: (v) =>
        v.has('definition')
          ? `${v('definition')} 行目の「[${v('label')}]: ${v('url')}」がリンク先の定義と読まれています。文章なら、その行の先頭に「\\」を付けてください。`
          : v.has('nearest')
            ? `「${v('nearest')}」のことではありませんか。`
            : 'リンク先を確かめてください。',
    },
    en: {
      problem: (v) => `The link “${v('url')}” leads nowhere.`,
      expected: () => 'A file such as ./03.md or ../series/03.md, or an address of the site, /….',
      hint: (v) =>
        v.has('definition')
          ? `“[${v('label')}]: ${v('url')}” in line ${v('definition')} is read as saying where it leads. If that is text, begin that line with a backslash.`
          : v.has('nearest')
            ? `Did you mean “${v('nearest')}”?`
            : 'See to the link.',
    },
  },
  'link-unpublished': {
    severity: 'warning',
    ja: {
      problem: (v) => `リンク先「${v('url')}」はまだ公開されていません。`,
      hint: () => '公開されるまで、リンクではない文字として表示されます。',
    },
    en: {
      problem: (v) => `The link “${v('url')}” leads to something that is not published yet.`,
      hint: () => 'Until then its text is shown without a link.',
    },
  },
  'series-unpublished': {
    severity: 'warning',
    ja: {
      problem: () => 'この作品には公開された話がまだありません。サイトには出ません。',
      hint: () => '最初の話の date が来るか draft を外すと、現れます。',
    },
    en: {
      problem: () => 'Nothing of this series is published yet. It is absent from the site.',
      hint: () => 'It appears once its first date has come, or a draft is one no more.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
