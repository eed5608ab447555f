import type { CardText } from './card-text.ts';

/** What cards are like: the code that they are written in is made for these. */
export const sampleCards: readonly CardText[] = [
  ['【長編】遠い町の郵便局', '続編⑩', '雨の日の客'],
  ['夜の電車', '前編①', '第三章　返ってこない一冊の本'],
  ['【連作】ラジオの時間', '第12話', '彼女は「ここにいます」と言ったまま、帰らない'],
  ['The Keeper of the Long Book', 'Part 3', 'A History of the Ferry'],
  ['潮見坂の時計屋', '後編', '冬の終わりと、灯台守が海へ出た長い夜の話'],
].map(([series, label, title]) => ({
  language: 'ja',
  series,
  label,
  title: title ?? '',
  note: undefined,
  site: '話の置き場',
  siteLanguage: 'ja',
}));
