import type { CatalogueEntry } from './wording.ts';

/** Findings about addresses.yaml: the addresses that were published, and what became of them. */
export const addressCodes = {
  'address-moved': {
    severity: 'error',
    ja: {
      problem: (v) => `公開したアドレス「${v('address')}」が、どこにもつながらなくなりました。`,
      expected: () => '一度公開したアドレスは、名前を変えたあとも新しいアドレスへつながります。',
      hint: (v) =>
        v.has('replaces')
          ? `「${v('file')}」の「${v('replaces')}:」を「${v('line')}」にしてください。`
          : `「${v('file')}」の先頭の設定に「${v('line')}」と書いてください。`,
    },
    en: {
      problem: (v) => `The published address “${v('address')}” leads nowhere any more.`,
      expected: () => 'An address that was published leads on after its page has a new name.',
      hint: (v) =>
        v.has('replaces')
          ? `In “${v('file')}”, put “${v('line')}” in place of the present “${v('replaces')}”.`
          : `Write “${v('line')}” among the settings at the top of “${v('file')}”.`,
    },
  },
  'address-unpublished': {
    severity: 'error',
    ja: {
      problem: (v) =>
        v('state') === 'draft'
          ? `公開したアドレス「${v('address')}」の話「${v('file')}」が、下書きに戻っています。`
          : `公開したアドレス「${v('address')}」の話「${v('file')}」が、予約に戻っています。`,
      expected: () => '一度公開した話は、公開のまま。',
      hint: (v) =>
        v('state') === 'draft'
          ? '「draft: true」の行を消してください。公開をやめるのなら、addresses.yaml のこの行を消してください。'
          : '「date」を公開した日時に戻してください。公開をやめるのなら、addresses.yaml のこの行を消してください。',
    },
    en: {
      problem: (v) =>
        v('state') === 'draft'
          ? `“${v('file')}”, published at “${v('address')}”, has become a draft.`
          : `“${v('file')}”, published at “${v('address')}”, is scheduled again.`,
      expected: () => 'What was published stays published.',
      hint: (v) =>
        v('state') === 'draft'
          ? 'Remove the line “draft: true”. To withdraw it, delete this line of addresses.yaml.'
          : 'Put the date back to when it came out. To withdraw it, delete this line of addresses.yaml.',
    },
  },
  'address-gone': {
    severity: 'error',
    ja: {
      problem: (v) => `公開したアドレス「${v('address')}」の話がありません。`,
      expected: () => '一度公開したアドレスは、ずっとどこかにつながります。',
      hint: (v) =>
        v.has('file')
          ? `「${v('file')}」に名前を変えたのなら、その先頭の設定に「${v('line')}」と書いてください。消したのなら、addresses.yaml のこの行を消してください。`
          : '名前を変えたのなら、そのファイルの aliases に前の名前を書いてください。消したのなら、代わりに見せる話の aliases にその名前を書くか、addresses.yaml のこの行を消してください。',
    },
    en: {
      problem: (v) => `The episode published at “${v('address')}” is not there.`,
      expected: () => 'An address that was published leads somewhere for good.',
      hint: (v) =>
        v.has('file')
          ? `If it is “${v('file')}” now, write “${v('line')}” among the settings at its top. If it is gone, delete this line of addresses.yaml.`
          : 'If it was renamed, put its former name into the aliases of its file. If it is gone, put that name into the aliases of what takes its place, or delete this line of addresses.yaml.',
    },
  },
  'series-gone': {
    severity: 'error',
    ja: {
      problem: (v) =>
        `公開した作品「${v('series')}」がありません（「${v('address')}」など ${v('count')} 件のアドレス）。`,
      expected: () => '一度公開したアドレスは、ずっとどこかにつながります。',
      hint: (v) =>
        v.has('folder')
          ? `フォルダ「${v('folder')}」の名前を、大文字と小文字まで同じ「${v('series')}」に戻してください。`
          : v.has('file')
            ? `フォルダの名前を変えたのなら、「${v('file')}」に「${v('line')}」と書いてください。消したのなら、addresses.yaml のそれらの行を消してください。`
            : 'フォルダの名前を変えたのなら、その series.yaml の aliases に前の名前を書いてください。消したのなら、addresses.yaml のそれらの行を消してください。',
    },
    en: {
      problem: (v) =>
        `The series “${v('series')}”, which was published, is not there (addresses: ${v('count')}, the first is “${v('address')}”).`,
      expected: () => 'An address that was published leads somewhere for good.',
      hint: (v) =>
        v.has('folder')
          ? `Name the folder “${v('folder')}” as it was, with the same capital letters: “${v('series')}”.`
          : v.has('file')
            ? `If its folder was renamed, write “${v('line')}” in “${v('file')}”. If it is gone, delete those lines of addresses.yaml.`
            : 'If its folder was renamed, put the former name into aliases of its series.yaml. If it is gone, delete those lines of addresses.yaml.',
    },
  },
  'address-reused': {
    severity: 'warning',
    ja: {
      problem: (v) =>
        `公開したアドレス「${v('address')}」に、別の話が出るようになりました（「${v('former')}」だったところに「${v('id')}」）。`,
      expected: () => '公開したアドレスには、公開したときと同じ話。',
      hint: (v) =>
        v.has('other')
          ? `もとの話は「${v('other')}」です。ファイルの名前か slug を前のままに戻してください。わざとなら、この行の右側を「${v('id')}」にしてください。`
          : `同じ話なら、「${v('file')}」に「id: ${v('own')}」と書いてください。別の話なら、この行の右側を「${v('id')}」にしてください。`,
    },
    en: {
      problem: (v) =>
        `The published address “${v('address')}” shows another episode now (“${v('id')}”, where “${v('former')}” was).`,
      expected: () => 'At a published address, the episode that was published there.',
      hint: (v) =>
        v.has('other')
          ? `The one that was there is “${v('other')}”: give the files, or their slug, their former names. If it is meant so, write “${v('id')}” on the right of this line.`
          : `If it is the same episode, write “id: ${v('own')}” in “${v('file')}”. If it is another, write “${v('id')}” on the right of this line.`,
    },
  },
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
