import type { CatalogueEntry } from './wording.ts';

/** Findings about names that become addresses: folders, files, `slug`, `aliases`, `id`. */
export const nameCodes = {
  'name-invalid': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('name')}」はアドレスに使えない文字を含んでいます。`,
      expected: () => '文字、数字、「-」、「_」だけの名前。空白や記号は使えません。',
      hint: (v) =>
        v.has('nearest') ? `たとえば「${v('nearest')}」にしてください。` : '名前を変えてください。',
    },
    en: {
      problem: (v) => `“${v('name')}” has characters that an address cannot have.`,
      expected: () => 'A name of letters, digits, - and _ only, without spaces and signs.',
      hint: (v) => (v.has('nearest') ? `Try “${v('nearest')}”.` : 'Choose another name.'),
    },
  },
  'name-too-long': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('name')}」は長すぎます。`,
      expected: (v) => `英数字で ${v('limit')} 文字、日本語ならその三分の一まで。`,
      hint: () => '短い名前にしてください。',
    },
    en: {
      problem: (v) => `“${v('name')}” is too long.`,
      expected: (v) => `At most ${v('limit')} Latin letters, or a third as many in Japanese.`,
      hint: () => 'Choose a shorter name.',
    },
  },
  'name-reserved': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('name')}」はサイト自身が使うアドレスです。`,
      hint: () => '別の名前にしてください。',
    },
    en: {
      problem: (v) => `“${v('name')}” is an address that the site itself uses.`,
      hint: () => 'Choose another name.',
    },
  },
  'name-duplicate': {
    severity: 'error',
    ja: {
      problem: (v) => `「${v('name')}」のアドレスは「${v('other')}」と同じになります。`,
      expected: (v) =>
        v.has('lookalike')
          ? '見た目が同じでも、濁点などの組み立てが違う名前は同じ名前として扱われます。'
          : '大文字と小文字の違いを除いても、ほかと重ならない名前。',
      hint: () => 'どちらかの名前（または slug）を変えてください。',
    },
    en: {
      problem: (v) => `“${v('name')}” gets the same address as “${v('other')}”.`,
      expected: (v) =>
        v.has('lookalike')
          ? 'Names that look the same but are composed differently count as one name.'
          : 'Names that differ in more than capital and small letters.',
      hint: () => 'Change one of the two names (or its slug).',
    },
  },
  'alias-taken': {
    severity: 'error',
    ja: {
      problem: (v) => `以前の名前「${v('name')}」は、いま「${v('other')}」が使っています。`,
      expected: () => '今はどこにも使われていない、以前の名前。',
      hint: () => 'aliases からこの名前を消すか、使っている方の名前を変えてください。',
    },
    en: {
      problem: (v) => `The former name “${v('name')}” is in use by “${v('other')}”.`,
      expected: () => 'A former name that nothing uses now.',
      hint: () => 'Take the name out of aliases, or change the name of what uses it.',
    },
  },
  'id-duplicate': {
    severity: 'error',
    ja: {
      problem: (v) => `id「${v('id')}」は「${v('other')}」と同じです。`,
      expected: () => '作品の中で一つずつ違う id（書かなければ、最初の aliases か slug）。',
      hint: () =>
        '公開していない方の id を別のものにしてください。公開した方は変えないでください。',
    },
    en: {
      problem: (v) => `The id “${v('id')}” is also that of “${v('other')}”.`,
      expected: () => 'An id of its own (without one: the first of aliases, else the slug).',
      hint: () =>
        'Give another id to the one that is not published yet, and leave the other alone.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
