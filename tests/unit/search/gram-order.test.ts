import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOfLonger, orderOfNone } from '#src/search/gram-order.ts';
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

function compare(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((number, i) => number !== b[i]);
  return differs === -1 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
}
