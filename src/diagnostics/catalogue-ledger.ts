import type { CatalogueEntry } from './wording.ts';

/** Findings about the record of what was announced. */
export const ledgerCodes = {
  'ledger-cut': {
    severity: 'error',
    ja: {
      problem: () => '告知の記録が途中で切れています。何も告知しませんでした。',
      expected: () => '最後の行が「end: true」。',
      hint: () =>
        '控え（Git の一つ前の版など）から戻し、まず --dry-run で見て、その間に告知した話があれば --skip で外してください。控えがなければ、ファイルを消すと、公開済みの話は告知せずに始め直します。',
    },
    en: {
      problem: () => 'The record of announcements is cut off. Nothing was announced.',
      expected: () => 'A last line “end: true”.',
      hint: () =>
        'Restore it from a copy, such as the version before in Git; then look with --dry-run first, and --skip what was announced meanwhile. If there is none, delete it: what is public by now will not be announced, and the record begins anew.',
    },
  },
  'ledger-conflict': {
    severity: 'error',
    ja: {
      problem: () =>
        '告知の記録に、Git の統合（マージ）でぶつかった跡が残っています。何も告知しませんでした。',
      expected: () => '「<<<<<<<」「=======」「>>>>>>>」の行がない記録。',
      hint: () =>
        '両方の側の行を残し、印の三種類の行だけを消してください。同じ話と行き先の行が二つあれば、sent のほうを残します。',
    },
    en: {
      problem: () =>
        'The record of announcements holds the marks of two versions that Git could not merge. Nothing was announced.',
      expected: () => 'A record without the lines <<<<<<<, ======= and >>>>>>>.',
      hint: () =>
        'Keep the lines of both sides and remove the marks alone. Of two lines for the same episode and channel, keep the one that says sent.',
    },
  },
  'ledger-newer': {
    severity: 'error',
    ja: {
      problem: (v) =>
        `告知の記録は、もっと新しい版の続き（記録の版 ${v('version')}）が書いたものです。何も告知しませんでした。`,
      hint: () =>
        'このプログラムを新しくしてください（git pull と npm install）。記録はそのままで。',
    },
    en: {
      problem: (v) =>
        `The record of announcements was written by a newer version of Tsuzuki (record version ${v('version')}). Nothing was announced.`,
      hint: () => 'Update this program (git pull, npm install), and leave the record as it is.',
    },
  },
  'ledger-invalid': {
    severity: 'error',
    ja: {
      problem: (v) =>
        v.has('key')
          ? `告知の記録の「${v('key')}」が読み取れません。何も告知しませんでした。`
          : '告知の記録がここから読み取れません。何も告知しませんでした。',
      expected: () =>
        '一行に一件、「bluesky: { state: sent, at: "2026-04-01T07:00:00+09:00" }」の形。',
      hint: (v) =>
        v.has('nearest')
          ? `「${v('nearest')}」と書いてください。`
          : '手で直した所を見直すか、控え（Git の一つ前の版など）から戻してください。',
    },
    en: {
      problem: (v) =>
        v.has('key')
          ? `“${v('key')}” in the record of announcements cannot be understood. Nothing was announced.`
          : 'The record of announcements cannot be understood from here on. Nothing was announced.',
      expected: () => 'A record a line: bluesky: { state: sent, at: "2026-04-01T07:00:00+09:00" }',
      hint: (v) =>
        v.has('nearest')
          ? `Write “${v('nearest')}”.`
          : 'Look at what was changed by hand, or restore it from a copy, such as the version before in Git.',
    },
  },
  'ledger-unwritable': {
    severity: 'error',
    ja: {
      problem: (v) => `告知の記録を書き込めません（${v('reason')}）。記録できない告知はしません。`,
      expected: () => '書き込める原稿のフォルダ。',
      hint: () => '書き込む権限と、空き容量を確かめてください。',
    },
    en: {
      problem: (v) =>
        `The record of announcements cannot be written (${v('reason')}), and nothing is announced without it.`,
      expected: () => 'A content folder that can be written to.',
      hint: () => 'See that you may write there and that the disk is not full.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
