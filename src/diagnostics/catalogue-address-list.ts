import type { CatalogueEntry } from './wording.ts';

/** Findings about addresses.yaml as a file: what is wrong in it. */
export const addressListCodes = {
  'address-invalid': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('address')}」の行が読み取れません。`,
      expected: () =>
        '一行に一つ、「/作品/話/: 作品のid/話のid」の形。アドレスは / で始まり / で終わります。',
      hint: () => '手で直した行なら元に戻してください。要らない行なら消してください。',
    },
    en: {
      problem: (v) => `The line of “${v('address')}” cannot be understood.`,
      expected: () =>
        'An address a line, as “/series/episode/: series-id/episode-id”, with / at both ends of the address.',
      hint: () => 'If you have changed the line, put it back; if it is not wanted, delete it.',
    },
  },
  'addresses-cut': {
    severity: 'error',
    ja: {
      problem: () => 'ファイルが途中で切れています（最後の「version: 1」の行がありません）。',
      expected: () => '公開したアドレスの一覧と、最後に「version: 1」の行。',
      hint: () =>
        '「git restore content/addresses.yaml」を打つか、控えから戻してください。一覧が要らなければファイルごと消してください。',
    },
    en: {
      problem: () => 'The file ends midway: its last line, “version: 1”, is not there.',
      expected: () => 'The list of published addresses, and “version: 1” as the last line.',
      hint: () =>
        'Run “git restore content/addresses.yaml”, or restore it from a copy. If the list is not wanted, delete the file.',
    },
  },
  'addresses-version': {
    severity: 'error',
    ja: {
      problem: (v) =>
        `この一覧は「version: ${v('version')}」です。いまの Tsuzuki はこれを知りません。`,
      expected: (v) => `「version: ${v('known')}」。`,
      hint: () => 'Tsuzuki を新しくしてください。手で変えたのなら元に戻してください。',
    },
    en: {
      problem: (v) =>
        `The list is of “version: ${v('version')}”, which this Tsuzuki does not know.`,
      expected: (v) => `“version: ${v('known')}”.`,
      hint: () => 'Update Tsuzuki. If you have changed the line, put it back.',
    },
  },
  'merge-conflict': {
    severity: 'error',
    ja: {
      problem: (v) => `git の合流の印「${v('mark')}」が残っています。`,
      expected: () => '印のない一覧。',
      hint: () =>
        '「<<<<<<<」「=======」「>>>>>>>」で始まる行だけを消し、間の行は両方とも残してください。同じ行が二つになったら一つにします。',
    },
    en: {
      problem: (v) => `A mark of a merge with git is left: “${v('mark')}”.`,
      expected: () => 'The list without such marks.',
      hint: () =>
        'Delete the lines that begin with <<<<<<<, ======= and >>>>>>>, and keep the lines between them, of both sides; of two that are the same, keep one.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
