import type { CardText } from './card-text.ts';

/** What cards are like: the code that they are written in is made for these. */
export const sampleCards: readonly CardText[] = [
  ['【長編】遠い町の郵便局', '続編⑩', '雨の日の客'],
  ['【連作】ラジオの時間', '第12話', '彼女は「ここにいます」と言ったまま、帰らない'],
  ['The Keeper of the Long Book', 'Part 3', 'A History of the Ferry'],
].map(([series, label, title]) => ({
  language: 'ja',
  series,
  label,
  title: title ?? '',
  note: undefined,
  site: '話の置き場',
  siteLanguage: 'ja',
}));
