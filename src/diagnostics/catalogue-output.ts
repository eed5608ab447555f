import type { CatalogueEntry } from './wording.ts';

/** Findings about what is written: a build, its folder, and the list of addresses. */
export const outputCodes = {
  'content-changed': {
    severity: 'error',
    ja: {
      problem: () => 'サイトを作っている途中で、このファイルが変わりました。',
      hint: () => '書き終えて保存してから、もう一度ビルドしてください。',
    },
    en: {
      problem: () => 'This file was changed while the site was being built.',
      hint: () => 'Save what you are writing, and build again.',
    },
  },
  'public-in-the-way': {
    severity: 'error',
    ja: {
      problem: (v) => `サイトの「${v('other')}」ができる場所を、public のこれがふさいでいます。`,
      expected: () => 'サイトのページやファイルと重ならない名前。',
      hint: () => '名前を変えるか、public の中の別のフォルダに移してください。',
    },
    en: {
      problem: (v) => `This, in public, is where the site is to have “${v('other')}”.`,
      expected: () => 'A name that no page or file of the site has.',
      hint: () => 'Rename it, or move it into another folder in public.',
    },
  },
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
        v.has('overlapping')
          ? `出力先「${v('path')}」は「${v('overlapping')}」と重なるので、使いません。`
          : `出力先「${v('path')}」には、このサイトの出力ではないもの${v.has('others') ? `（${v('others')}）` : ''}があるので、置き換えません。`,
      expected: (v) =>
        v.has('overlapping')
          ? '原稿やプログラムのフォルダの外。'
          : 'まだないフォルダ、空のフォルダ、または前の出力。',
      hint: (v) =>
        v.has('overlapping')
          ? 'TSUZUKI_OUT で別の場所を指定してください。'
          : 'TSUZUKI_OUT で別の場所を指定するか、中身を自分で片づけてください。サイトに載せるファイルは public に置きます。',
    },
    en: {
      problem: (v) =>
        v.has('overlapping')
          ? `The output “${v('path')}” overlaps “${v('overlapping')}”, and is not used.`
          : `The output “${v('path')}” holds something that is not of a built site${v.has('others') ? ` (${v('others')})` : ''}, and is left alone.`,
      expected: (v) =>
        v.has('overlapping')
          ? 'A place outside of the folders of the content and of the program.'
          : 'A folder that does not exist yet, an empty one, or an earlier output.',
      hint: (v) =>
        v.has('overlapping')
          ? 'Name another folder with TSUZUKI_OUT.'
          : 'Name another folder with TSUZUKI_OUT, or clear this one yourself. What is to be on the site belongs into public.',
    },
  },
  'work-unwritable': {
    severity: 'error',
    ja: {
      problem: (v) => `ビルドの作業フォルダ「${v('path')}」に書き込めません（${v('reason')}）。`,
      expected: () => '空きのあるディスクの、書き込めるフォルダ。',
      hint: () =>
        'ディスクの空きと、書き込む権限を確かめて、もう一度ビルドしてください。このフォルダは、消してもまた作られます。',
    },
    en: {
      problem: (v) =>
        `The folder “${v('path')}”, which builds work in, cannot be written (${v('reason')}).`,
      expected: () => 'A folder that can be written to, on a disk with room.',
      hint: () =>
        'See that the disk is not full and that you may write there, and build again. The folder may be deleted: it is made anew.',
    },
  },
  'addresses-unwritable': {
    severity: 'error',
    ja: {
      problem: (v) => `一覧に書き込めません（${v('reason')}）。`,
      expected: () => '書き込める原稿のフォルダ。',
      hint: () => '書き込む権限と、ディスクの空きを確かめて、もう一度打ってください。',
    },
    en: {
      problem: (v) => `The list cannot be written (${v('reason')}).`,
      expected: () => 'A content folder that can be written to.',
      hint: () => 'See that you may write there and that the disk is not full, and run it again.',
    },
  },
  'output-many-files': {
    severity: 'warning',
    ja: {
      problem: (v) => `出力のファイルが ${v('count')} 個あります。`,
      expected: (v) =>
        `Cloudflare Pages の無料プランは ${v('limit')} 個まで。ほかの公開先には、この制限はありません。`,
      hint: () =>
        'Cloudflare に置くなら、有料プランにするか、GitHub Pages や Netlify に置いてください。',
    },
    en: {
      problem: (v) => `The output has ${v('count')} files.`,
      expected: (v) =>
        `At most ${v('limit')} on the free plan of Cloudflare Pages; other hosts have no such limit.`,
      hint: () => 'For Cloudflare take a paid plan, or publish on GitHub Pages or Netlify instead.',
    },
  },
  'output-large-site': {
    severity: 'warning',
    ja: {
      problem: (v) => `出力は合わせて ${v('size')} GB あります。`,
      expected: (v) => `GitHub Pages は ${v('limit')} GB まで。`,
      hint: () =>
        'site.yaml に「feeds: { content: summary }」と書くと、フィードの分が小さくなります。Cloudflare や Netlify に置くこともできます。',
    },
    en: {
      problem: (v) => `The output has ${v('size')} GB in all.`,
      expected: (v) => `At most ${v('limit')} GB on GitHub Pages.`,
      hint: () =>
        'With “feeds: { content: summary }” in site.yaml the feeds are smaller. Cloudflare or Netlify may take it as well.',
    },
  },
  'output-large-file': {
    severity: 'warning',
    ja: {
      problem: (v) => `出力のファイル「${v('path')}」が ${v('size')} MiB あります。`,
      expected: (v) => `Cloudflare Pages は 1 ファイル ${v('limit')} MiB まで。`,
      hint: () => 'Cloudflare に置くなら、そのファイルを小さくしてください。',
    },
    en: {
      problem: (v) => `The file “${v('path')}” of the output has ${v('size')} MiB.`,
      expected: (v) => `At most ${v('limit')} MiB a file on Cloudflare Pages.`,
      hint: () => 'For Cloudflare, make that file smaller.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
