import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineHtml, inlineText } from '#src/text/inline.ts';
import { inspectMarkdown } from '#src/text/inspect.ts';
import { toHtml } from '#src/text/forms/html.ts';
import { parseMarkdown } from '#src/text/markdown.ts';
import { toPlainText } from '#src/text/plain-text.ts';
import { NOTATION, source, WORDS } from './arbitrary-source.ts';
import { OPTIONS } from './options.ts';

const inline = fc.array(fc.constantFrom(...NOTATION, ...WORDS)).map((parts) => parts.join(''));

/** What is text in any case: neither notation nor white space. */
const letters = (text: string): string => text.replace(/[《》｜|{}\\\s]/gu, '');

/** HTML without its tags and without what stands around a reading. */
const unmarked = (html: string): string =>
  html.replace(/<rp>.<\/rp>/gu, '').replace(/<[^>]*>/gu, '');

/** A reading of dots alone is notation too, and one reading a character moves behind its own. */
const sorted = (value: string): string => Array.from(value.replace(/・/gu, '')).toSorted().join('');

function expectInOrder(shown: string, typed: string): void {
  let from = 0;
  for (const character of shown) {
    from = typed.indexOf(character, from);
    expect(from).toBeGreaterThanOrEqual(0);
    from += character.length;
  }
}

describe('any source', () => {
  it('is rendered and inspected without an exception', () => {
    fc.assert(
      fc.property(
        source,
        fc.boolean(),
        fc.constantFrom('ja', 'en', ''),
        (text, breaks, language) => {
          const html = toHtml(parseMarkdown(text, { ...OPTIONS, breaks, language }));
          expect(html).not.toMatch(/<[^>]* style=|tsuzuki-verbatim/u);
          inspectMarkdown(text, { breaks, language });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps the characters that are not notation, in order, in a title', () => {
    fc.assert(
      fc.property(inline, (text) => {
        expect(sorted(letters(unmarked(inlineHtml(text, 'ja'))))).toBe(sorted(letters(text)));
        expectInOrder(letters(inlineText(text, 'ja')), letters(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the characters that are not notation, in order, in a body', () => {
    fc.assert(
      fc.property(inline, (text) => {
        const tree = parseMarkdown(text, OPTIONS);
        expect(sorted(letters(unmarked(toHtml(tree))))).toBe(sorted(letters(text)));
        expectInOrder(letters(toPlainText(tree)), letters(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('is text where it holds no notation and no Markdown', () => {
    const words = fc.array(fc.constantFrom('漢', 'かな', 'A', '、', '。', '…', '😀', '（', '）'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, (parts) => {
        expect(toPlainText(parseMarkdown(parts.join(''), OPTIONS))).toBe(parts.join(''));
        expect(inlineHtml(parts.join(''), 'ja')).toBe(parts.join(''));
      }),
    );
  });
});

describe('a text of 200 KB', () => {
  it.each(['《', '》', '｜', '|', '{', '*', '{|', '漢', '漢《', '｜漢', '《《', '12', '！', 'あ'])(
    'of %s takes less than a second',
    (unit) => {
      const line = unit.repeat(Math.ceil(200_000 / Buffer.byteLength(unit)));
      expect(milliseconds(line)).toBeLessThan(1000);
    },
  );

  it.each([
    ['one line', ''],
    ['many lines', '\n'],
  ])('of the notation at random takes less than a second (%s)', (_, lineBreak) => {
    const signs = [
      '《',
      '》',
      '｜',
      '|',
      '{',
      '}',
      '\\',
      '・',
      '漢',
      'か',
      'A',
      '12',
      '！',
      lineBreak,
    ];
    expect(milliseconds(randomly(signs, 200_000))).toBeLessThan(1000);
  });

  it('nested too deep for the libraries stays text', () => {
    const deep = `${'<b>'.repeat(20_000)}漢`;
    expect(toPlainText(parseMarkdown(deep, OPTIONS))).toContain('漢');
  });
});

/** Processor time, the better of two: other work on the machine would count otherwise. */
function milliseconds(source: string): number {
  const times = [1, 2].map(() => {
    const start = process.threadCpuUsage();
    toHtml(parseMarkdown(source, OPTIONS));
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Signs in any order, always the same one, as many as make a number of bytes. */
function randomly(signs: readonly string[], bytes: number): string {
  const parts: string[] = [];
  let state = 1;
  for (let length = 0; length < bytes; length += Buffer.byteLength(parts.at(-1) ?? '')) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    parts.push(signs[Math.floor((state / 2 ** 32) * signs.length)] ?? '');
  }
  return parts.join('');
}
