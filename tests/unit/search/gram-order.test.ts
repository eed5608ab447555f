import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOfLonger, orderOfNone, type GramOrder } from '#src/search/gram-order.ts';
import { groupText } from '#src/search/group-text.ts';
import { BETWEEN } from '#src/search/index-page.ts';
import { gramOf } from '#src/search/query/gram.ts';

/** Pages of blocks, none of them without a block's end; some pages have nothing. */
const block = fc.array(fc.constantFrom('い', 'ろ', '。', '灯', '𠮟', 'a'), { maxLength: 9 });
const page = fc.array(block, { maxLength: 3 }).map((blocks) => {
  const codePoints = blocks.flatMap((one) => [
    ...one.map((character) => character.codePointAt(0) ?? 0),
    BETWEEN,
  ]);
  return {
    codePoints: Uint32Array.from(codePoints),
    weights: new Uint8Array(codePoints.length).fill(25),
    isLong: false,
  };
});

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

it('of longer ones there are those alone that a marked one is part of', () => {
  fc.assert(
    fc.property(fc.array(page, { maxLength: 4 }), fc.nat(), fc.nat(3), (pages, nth, before) => {
      const text = groupText(pages);
      let order = orderOfNone(text);
      for (let length = 1; length <= 1 + before; length += 1) order = orderOfLonger(text, order);
      const marks = new Uint8Array(text.letters.length);
      // All places of one gram, as marks are of grams.
      for (const place of placesOfGram(order, nth)) marks[place] = 1;
      const all = orderOfLonger(text, order);
      const some = orderOfLonger(text, order, marks);
      const areMarked = [...all.places].map(
        (place) => (marks[place] ?? 0) + (marks[place + 1] ?? 0),
      );
      expect([...some.places]).toEqual([...all.places].filter((_, i) => areMarked[i] !== 0));
      expect([...some.begins]).toEqual([...all.begins].filter((_, i) => areMarked[i] !== 0));
      // What is part of these is enough for what is longer still.
      const longerMarks = new Uint8Array(text.letters.length);
      for (const place of placesOfGram(some, nth)) {
        if ((marks[place] ?? 0) * (marks[place + 1] ?? 0) === 1) longerMarks[place] = 1;
      }
      expect(orderOfLonger(text, some, longerMarks)).toEqual(orderOfLonger(text, all, longerMarks));
    }),
  );
});

/** Of the nth gram, counted round and round; none where there is no gram. */
function placesOfGram({ places, begins }: GramOrder, nth: number): readonly number[] {
  let gram = -1;
  const grams = Map.groupBy(places, (_, i) => (gram += begins[i] ?? 0));
  return grams.get(nth % Math.max(1, grams.size)) ?? [];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((number, i) => number !== b[i]);
  return differs === -1 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
}
