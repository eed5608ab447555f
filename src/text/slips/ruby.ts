import { readNotation } from '../syntax/brackets.ts';
import { foundIn, type Found } from './found.ts';
import type { Prose } from './prose.ts';

/**
 * The longest reading that any of the large sites takes, in characters: 50 on Kakuyomu, as on
 * Novel Up Plus, Estar and NOVEL DAYS; 20 on Hameln, 10 on Shōsetsuka ni Narō. Alphapolis and pixiv
 * name no limit.
 *
 * @see https://kakuyomu.jp/help/entry/notation
 * @see https://syosetu.com/man/ruby/
 */
export const LONGEST_READING = 50;

/** The most kanji that a reading is taken to belong to without a bar; also all that Narō takes. */
export const LONGEST_BASE = 10;

/** Readings that no site would take, and long runs of kanji that a reading has taken as its base. */
export function ruby(blocks: readonly Prose[], japanese: boolean): Found[] {
  return blocks.flatMap((prose) => {
    if (!SUSPECT.test(prose.syntax)) return [];
    const { marks } = readNotation({ ...prose, ...NO_ELEMENTS }, japanese);
    return marks.flatMap(({ base, readings, drops }) => {
      const long = readings.filter(({ start, end }) => end - start > LONGEST_READING);
      const tooLong = long.flatMap(({ start, end }) => {
        const length = charactersIn(prose.text.slice(start, end));
        return length > LONGEST_READING
          ? [foundIn(prose, start, 'reading-too-long', { length, longest: LONGEST_READING })]
          : [];
      });
      // What a bar or braces mark off has more to drop than the reading.
      const isImplicit = readings.length === 1 && drops.length === 1;
      const kanji = prose.text.slice(base.start, base.end);
      return isImplicit && kanji.length > LONGEST_BASE && charactersIn(kanji) > LONGEST_BASE
        ? [...tooLong, foundIn(prose, base.start, 'base-too-long', { base: kanji })]
        : tooLong;
    });
  });
}

/**
 * Anything long before or behind a 《, or in braces: seldom. No letter or punctuation below 々 or
 * around kana is taken for a kanji.
 */
const SUSPECT = new RegExp(
  String.raw`《(?:[^》]{${String(LONGEST_READING)}}|` +
    String.raw`(?<=[\u3005-\u3007\u303b\u30f5-\uffff]{${String(LONGEST_BASE + 1)}}《))|` +
    String.raw`\{[^}]{${String(LONGEST_READING)}}`,
);

const NO_ELEMENTS = { nodes: [], ends: new Map(), wholes: new Map(), cuts: new Set<number>() };

/** Code points, variation selectors not counted. */
function charactersIn(text: string): number {
  return Array.from(text.replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')).length;
}
