import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramOf } from '#src/search/query/gram.ts';
import { byRarity, gramsOfTerm, type TermGram } from '#src/search/query/term-grams.ts';

const none = () => false;
/** The grams of a term as text, in its order. */
const read = (term: string, grams: readonly TermGram[]) =>
  grams
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ distance, gram }) =>
      Array.from(term)
        .slice(distance, distance + gram.length)
        .join(''),
    );
const gramsIn = (term: string, frequent: readonly string[]) =>
  read(
    term,
    gramsOfTerm(term, 3, (gram) => frequent.includes(gram)),
  );

describe('the grams of a term', () => {
  it('make it, the last over the one before it where there is no room', () => {
    expect(read('灯台の下で', gramsOfTerm('灯台の下で', 2, none))).toEqual([
      '灯台',
      'の下',
      '下で',
    ]);
    expect(gramsIn('灯台の下で', [])).toEqual(['灯台の', 'の下で']);
  });

  it('are the term itself where the index has it', () => {
    expect(gramsIn('灯', [])).toEqual(['灯']);
    expect(gramsIn('ている', ['ている'])).toEqual(['ている']);
    expect(gramsIn('ていた。', ['ていた'])).toEqual(['ていた。']);
  });

  it('are longer ones where shorter ones are frequent, and those alone', () => {
    expect(gramsIn('歩いていた。', ['ていた'])).toEqual(['歩いて', 'ていた。']);
    expect(gramsIn('歩いていた。', ['ていた', 'いた。', 'ていた。'])).toEqual([
      '歩いて',
      'いていた。',
    ]);
  });

  it('are in an order: those first that look rare', () => {
    const term = 'ていた灯台守';
    const [first] = gramsOfTerm(term, 3, none).toSorted(byRarity(Array.from(term)));
    expect(first?.gram).toEqual(gramOf(['灯', '台', '守']));
  });

  it('hold each character, and all have their places but one that is the term', () => {
    const character = fc.constantFrom('あ', 'い', '𠮟');
    const text = (least: number, most: number) =>
      fc.array(character, { minLength: least, maxLength: most }).map((all) => all.join(''));
    fc.assert(
      fc.property(text(1, 14), fc.uniqueArray(text(3, 5)), (term, grams) => {
        // A gram is frequent where a longer one is that it is part of.
        const parts = (gram: string) => {
          const all = Array.from(gram);
          return [gram, all.slice(0, -1).join(''), all.slice(1).join('')];
        };
        const closed = new Set(grams.flatMap(parts).flatMap(parts));
        const isFrequent = (gram: string) => Array.from(gram).length >= 3 && closed.has(gram);
        const length = Array.from(term).length;
        const chosen = gramsOfTerm(term, 3, isFrequent);
        const held = new Set(
          chosen.flatMap(({ distance, gram }) => gram.map((_, i) => distance + i)),
        );
        expect(held.size).toBe(length);
        for (const gram of read(term, chosen))
          if (gram !== term) expect(isFrequent(gram)).toBe(false);
        if (chosen.some(({ gram }) => gram.length === length)) expect(chosen).toHaveLength(1);
      }),
    );
  });
});
