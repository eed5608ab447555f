import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '#src/site/excerpt.ts';

describe('an excerpt', () => {
  it('takes whole sentences while they fit', () => {
    expect(excerpt('雨が降る。風が吹く。波が立つ。', 10)).toBe('雨が降る。風が吹く。');
    expect(excerpt('「行こう。」と言った。誰も来ない。', 11)).toBe('「行こう。」と言った。');
    expect(excerpt('It rains. It pours. The old man snores.', 20)).toBe('It rains. It pours.');
  });

  it('does not take a decimal for the end of a sentence', () => {
    expect(excerpt('It took 3.5 hours. Then it ended.', 20)).toBe('It took 3.5 hours.');
  });

  it('cuts the first sentence where not even that fits', () => {
    expect(excerpt('どこまでも続く長い長い一文', 6)).toBe('どこまでも…');
    expect(excerpt('The ferry to the island is given up', 16)).toBe('The ferry to…');
  });

  it('puts lines into one', () => {
    expect(excerpt('　雨。\n\n風。', 20)).toBe('雨。 風。');
  });

  it('is never longer than asked for, and never cuts through a character', () => {
    const count = (text: string) => [...new Intl.Segmenter().segment(text)].length;
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 50 }),
        (text, limit) => {
          const result = excerpt(text, limit);
          expect(count(result)).toBeLessThanOrEqual(limit);
          expect(result.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('is decided by its beginning', () => {
    const sign = fc.constantFrom('あ', 'a', '。', '」', '.', '!', '”', ' ', '\n');
    const text = fc.string({
      unit: fc.oneof(sign, fc.string({ unit: 'grapheme' })),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 20 }), (start, more, limit) => {
        // What is longer than an excerpt may be, whatever comes behind it.
        fc.pre(excerpt(start, limit) !== excerpt(start, limit + 1000));
        expect(excerpt(start + more, limit)).toBe(excerpt(start, limit));
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    excerpt('あ'.repeat(200_000), 120);
    excerpt('a '.repeat(100_000), 120);
    excerpt('。'.repeat(200_000), 120);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
