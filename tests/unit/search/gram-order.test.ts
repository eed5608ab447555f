import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOfLonger, orderOfNone, type GramOrder } from '#src/search/gram-order.ts';
import { groupText, type GramPage } from '#src/search/group-text.ts';
import { BETWEEN } from '#src/search/index-page.ts';
import { gramOf } from '#src/search/query/gram.ts';

/** Pages of blocks, none of them without a block's end; some pages have nothing. */
const block = fc.array(fc.constantFrom('い', 'ろ', '。', '灯', '𠮟', 'a'), { maxLength: 9 });
const page = fc.array(block, { maxLength: 3 }).map(pageOf);

function pageOf(blocks: readonly (readonly string[])[]): GramPage {
  const codePoints = blocks.flatMap((one) => [
    ...one.map((character) => character.codePointAt(0) ?? 0),
    BETWEEN,
  ]);
  return {
    codePoints: Uint32Array.from(codePoints),
    weights: new Uint8Array(codePoints.length).fill(25),
    isLong: false,
  };
}

it('places are in the order of the numbers of their grams, and of places within a gram', () => {
  fc.assert(
    fc.property(fc.array(page, { maxLength: 4 }), (pages) => {
      const text = groupText(pages);
      const all = pages.flatMap(({ codePoints }) => [...codePoints]);
      let order = orderOfNone(text);
      for (let length = 1; length <= 6; length += 1) {
        order = orderOfLonger(text, order);
        const grams = all.flatMap((_, place) => {
          const own = all.slice(place, place + length);
          if (own.length < length || own.includes(BETWEEN)) return [];
          const gram = gramOf(own.map((one) => String.fromCodePoint(one)));
          return [{ place, gram, name: gram.join() }];
        });
        grams.sort((a, b) => compare(a.gram, b.gram) || a.place - b.place);
        expect([...order.places]).toEqual(grams.map(({ place }) => place));
        const begins = grams.map(({ name }, i) => (name === grams[i - 1]?.name ? 0 : 1));
        expect([...order.begins]).toEqual(begins);
      }
    }),
  );
});

it('of longer ones there are those that a marked one is part of, of whatever length', () => {
  const fewLetters = fc.array(fc.array(fc.constantFrom('い', 'ろ'), { maxLength: 20 }), {
    maxLength: 3,
  });
  const pages = fc.array(fewLetters.map(pageOf), { maxLength: 4 });
  fc.assert(
    fc.property(pages, fc.integer({ min: 1, max: 4 }), (all, limit) => {
      const text = groupText(all);
      let whole = orderOfLonger(text, orderOfNone(text));
      let some = whole;
      for (let length = 2; length <= 6; length += 1) {
        const marks = marksOfFrequent(some, limit, text.letters.length);
        // Those of the whole order are the same: whatever is frequent is in the other one, too.
        expect(marks).toEqual(marksOfFrequent(whole, limit, text.letters.length));
        whole = orderOfLonger(text, whole);
        some = orderOfLonger(text, some, marks);
        const isWanted = [...whole.places].map(
          (place) => marks[place] === 1 || marks[place + 1] === 1,
        );
        expect([...some.places]).toEqual([...whole.places].filter((_, i) => isWanted[i]));
        expect([...some.begins]).toEqual([...whole.begins].filter((_, i) => isWanted[i]));
      }
    }),
  );
});

/** By place: 1 where a gram begins that stands more often than that. */
function marksOfFrequent({ places, begins }: GramOrder, limit: number, length: number): Uint8Array {
  const marks = new Uint8Array(length);
  let gram = -1;
  const grams = Map.groupBy(places, (_, i) => (gram += begins[i] ?? 0));
  for (const own of grams.values())
    if (own.length > limit) for (const place of own) marks[place] = 1;
  return marks;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((number, i) => number !== b[i]);
  return differs === -1 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
}
