import { inJapanese, inEnglish } from './remedy-words.ts';
import type { CatalogueEntry } from './wording.ts';

/** Findings about the addresses that were published, and what became of them. */
export const addressCodes = {
  'address-moved': {
    severity: 'error',
    ja: {
      problem: (v) => `公開したアドレス「${v('address')}」が、どこにもつながらなくなりました。`,
      expected: () => '一度公開したアドレスは、名前を変えたあとも新しいアドレスへつながります。',
      hint: (v) => `${inJapanese(v, 'file')}。`,
    },
    en: {
      problem: (v) => `The published address “${v('address')}” leads nowhere any more.`,
      expected: () => 'An address that was published leads on after its page has a new name.',
      hint: (v) => `In “${v('file')}”, ${inEnglish(v, 'file')}.`,
    },
  },
  'address-unpublished': {
    severity: 'error',
    ja: {
      problem: (v) => {
        const state = v('state') === 'draft' ? '下書き' : '予約';
        return v.has('unsure')
          ? `公開したアドレス「${v('address')}」にある話「${v('file')}」が、${state}です。`
          : `公開したアドレス「${v('address')}」の話「${v('file')}」が、${state}に戻っています。`;
      },
      expected: () => '一度公開した話は、公開のまま。',
      hint: (v) => {
        const back =
          v('state') === 'draft'
            ? '「draft: true」の行を消してください'
            : '「date」を公開した日時に戻してください';
        const other = v.has('other')
          ? `「${v('other')}」が公開した話なら、「${v('file')}」に別の名前を付け、${inJapanese(v, 'other')}。`
          : '新しい話なら、別の名前を付けてください。';
        const what = v.has('unsure') ? `これが公開した話なら、${back}。${other}` : `${back}。`;
        return `${what}公開をやめるのなら、addresses.yaml のこの行を消してください。`;
      },
    },
    en: {
      problem: (v) => {
        const isDraft = v('state') === 'draft';
        return v.has('unsure')
          ? `“${v('file')}”, at the published address “${v('address')}”, is ${isDraft ? 'a draft' : 'scheduled'}.`
          : `“${v('file')}”, published at “${v('address')}”, ${isDraft ? 'has become a draft' : 'is scheduled again'}.`;
      },
      expected: () => 'What was published stays published.',
      hint: (v) => {
        const back =
          v('state') === 'draft'
            ? 'Remove the line “draft: true”.'
            : 'Put the date back to when it came out.';
        const other = v.has('other')
          ? `If that is “${v('other')}” now: Give “${v('file')}” another name, and in “${v('other')}” ${inEnglish(v, 'other')}.`
          : 'If it is a new text: Give it another name.';
        const what = v.has('unsure')
          ? `If it is the part that was published: ${back} ${other}`
          : back;
        return `${what} To withdraw it, delete this line of addresses.yaml.`;
      },
    },
  },
  'address-taken': {
    severity: 'error',
    ja: {
      problem: (v) =>
        `公開したアドレス「${v('address')}」の話は名前が「${v('other')}」に変わり、前の名前を「${v('file')}」が使っています。`,
      expected: () => '一度公開したアドレスは、名前を変えたあとも新しいアドレスへつながります。',
      hint: (v) => `「${v('file')}」に別の名前を付け、${inJapanese(v, 'other')}。`,
    },
    en: {
      problem: (v) =>
        `What was published at “${v('address')}” is “${v('other')}” now, and “${v('file')}” has its former name.`,
      expected: () => 'An address that was published leads on after its page has a new name.',
      hint: (v) =>
        `Give “${v('file')}” another name, and in “${v('other')}” ${inEnglish(v, 'other')}.`,
    },
  },
  'address-gone': {
    severity: 'error',
    ja: {
      problem: (v) => `公開したアドレス「${v('address')}」の話がありません。`,
      expected: () => '一度公開したアドレスは、ずっとどこかにつながります。',
      hint: (v) =>
        v.has('file')
          ? `「${v('file')}」に名前を変えたのなら、${inJapanese(v, 'file')}。消したのなら、addresses.yaml のこの行を消してください。`
          : `名前を変えたのなら、そのファイルに「${v('line')}」「${v('id')}」と書いてください（aliases がもうあれば、その最後に足します）。消したのなら、代わりに見せる話に「${v('line')}」と、その話のいまの id（「id: …」）を書くか、addresses.yaml のこの行を消してください。`,
    },
    en: {
      problem: (v) => `The episode published at “${v('address')}” is not there.`,
      expected: () => 'An address that was published leads somewhere for good.',
      hint: (v) =>
        v.has('file')
          ? `If it is “${v('file')}” now, ${inEnglish(v, 'file')}. If it is gone, delete this line of addresses.yaml.`
          : `If it was renamed, write “${v('line')}” and “${v('id')}” in its file (at the end of any aliases that are there). If it is gone, write “${v('line')}” in the file of what takes its place, and the id that that one has now (“id: …”); or delete this line of addresses.yaml.`,
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
            ? `フォルダの名前を変えたのなら、${inJapanese(v, 'file')}。消したのなら、addresses.yaml のそれらの行を消してください。`
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
            ? `If its folder was renamed, ${inEnglish(v, 'file')} in “${v('file')}”. If it is gone, delete those lines of addresses.yaml.`
            : 'If its folder was renamed, put the former name into aliases of its series.yaml. If it is gone, delete those lines of addresses.yaml.',
    },
  },
  'series-identity': {
    severity: 'error',
    ja: {
      problem: (v) =>
        `作品「${v('series')}」の話が、フィードとお知らせで別の話になります（「${v('former')}」だったものが「${v('present')}」に）。`,
      expected: () => '話は、作品の名前が変わっても、作品のはじめの名前で見分けられます。',
      hint: (v) => `${inJapanese(v, 'file')}。前の名前は、古い順に並べます。`,
    },
    en: {
      problem: (v) =>
        `Feeds and announcements take the episodes of “${v('series')}” for new ones (“${v('present')}”, where “${v('former')}” was).`,
      expected: () =>
        'Episodes are known by the first name of their series, whatever it is called now.',
      hint: (v) => `In “${v('file')}”, ${inEnglish(v, 'file')}: former names, oldest first.`,
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
} as const satisfies Record<string, CatalogueEntry>;
