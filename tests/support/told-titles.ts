import { Dice } from './dice.ts';

const words =
  '雨の日 三時 返ってこない本 坂の途中 時計屋 夜の電車 水の名前 猫 お知らせ 第二章 ラジオ New York Tsuzuki 2026年 一冊 灯台守 ｜潮見坂《しおみざか》 《《直っている》》 遠雷 傘'.split(
    ' ',
  );
const joints = 'と の は、 が や を ―― ・ から　 まで！ で、 〜'.split(' ');

/** Titles as writers give them: short, long, of mixed scripts, of digits alone, with readings. */
export function toldTitles(count: number): readonly string[] {
  const dice = new Dice(5);
  return Array.from({ length: count }, (_, i) => {
    if (i % 20 === 0) return String(dice.below(1e9));
    const length = dice.of([1, 1, 1, 2, 2, 2, 3, 3, 4, 6, 9]);
    const parts = Array.from({ length }, () => dice.of(words));
    return parts.reduce((title, part) => title + dice.of(joints) + part);
  });
}
