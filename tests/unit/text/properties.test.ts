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

  it('keeps the characters that are not notation, in order', () => {
    const letters = (text: string): string => text.replace(/[《》｜|{}\\\s]/gu, '');
    fc.assert(
      fc.property(inline, (text) => {
        const tree = inlineHtml(text, 'ja')
          .replace(/<rp>.<\/rp>/gu, '')
          .replace(/<[^>]*>/gu, '');
        const shown = letters(tree);
        const typed = letters(text);
        // A reading of dots alone is notation too, and one reading a character moves behind its own.
        const sorted = (value: string): string =>
          Array.from(value.replace(/・/gu, '')).toSorted().join('');
        expect(sorted(shown)).toBe(sorted(typed));
        let from = 0;
        for (const character of letters(inlineText(text, 'ja'))) {
          from = typed.indexOf(character, from);
          expect(from).toBeGreaterThanOrEqual(0);
          from += character.length;
        }
      }),
      { numRuns: 2000 },
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

describe('a line of 200 KB', () => {
  it.each(['《', '》', '｜', '|', '{', '*', '{|', '漢', '漢《', '｜漢', '《《', '12', '！', 'あ'])(
    'of %s takes less than a second',
    (unit) => {
      const line = unit.repeat(Math.ceil(200_000 / Buffer.byteLength(unit)));
      // Processor time, the better of two: other work on the machine would count otherwise.
      const times = [1, 2].map(() => {
        const start = process.threadCpuUsage();
        toHtml(parseMarkdown(line, OPTIONS));
        const { user, system } = process.threadCpuUsage(start);
        return (user + system) / 1000;
      });
      expect(Math.min(...times)).toBeLessThan(1000);
    },
  );

  it('nested too deep for the libraries stays text', () => {
    const deep = `${'<b>'.repeat(20_000)}漢`;
    expect(toPlainText(parseMarkdown(deep, OPTIONS))).toContain('漢');
  });
});
