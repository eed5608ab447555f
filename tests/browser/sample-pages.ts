/** One page of every kind of the built sample. */
export const kinds = {
  home: '',
  'series index': 'kujo-hokoku/',
  'series index with arcs': 'kiri-no-ajiro/',
  'horizontal episode': 'kujo-hokoku/10/',
  'vertical episode': 'kiri-no-ajiro/02/',
  extra: 'kiri-no-ajiro/bangai-mizucho/',
  'English episode': 'one-over/old-carried/',
  'English index': 'one-over/',
  archive: 'archive/',
  search: 'search/',
  feeds: 'feeds/',
  about: 'about/',
  'page not found': '404.html',
} as const;

export type Kind = keyof typeof kinds;

export const everyKind = Object.entries(kinds) as readonly [Kind, string][];

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };
export const sizes = [phone, desk] as const;
export const schemes = ['light', 'dark'] as const;
