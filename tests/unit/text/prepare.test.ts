import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureLength } from '#src/story/length.ts';
import { toFeedHtml } from '#src/text/forms/feed-html.ts';
import { toHtml } from '#src/text/forms/html.ts';
import { toSearchText } from '#src/text/forms/search-text.ts';
import { inspectMarkdown } from '#src/text/inspect.ts';
import { parseMarkdown } from '#src/text/markdown.ts';
import { withBrokenHeadings } from '#src/text/phrases.ts';
import { prepareText } from '#src/text/prepare.ts';
import { toPlainText } from '#src/text/plain-text.ts';
import { composedSource, source } from './arbitrary-source.ts';

/** A site where no address is what was typed. */
const SITE = {
  resolveLink: () => ({ kind: 'text' }) as const,
  resolveImage: () => undefined,
};

describe('a text that is prepared', () => {
  it('has the facts, and the forms where no site can make a difference to them', () => {
    fc.assert(
      fc.property(
        fc.oneof(source, composedSource),
        fc.record({
          language: fc.constantFrom('ja', 'en'),
          breaks: fc.boolean(),
          idPrefix: fc.constantFrom('', 'note-'),
        }),
        (text, options) => {
          const { facts, length, forms } = prepareText(text, options);
          expect(facts).toEqual(inspectMarkdown(text, options));
          expect(length).toEqual(measureLength(facts.text, options.language));
          if (!forms) return;
          const tree = parseMarkdown(text, { ...options, ...SITE });
          const { language } = options;
          expect(forms).toEqual({
            html: toHtml(language === 'ja' ? withBrokenHeadings(tree) : tree),
            feedHtml: toFeedHtml(tree, { page: 'https://site.example/story/1/' }),
            searchBlocks: toSearchText(tree),
          });
          expect(facts.text).toBe(toPlainText(tree));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is plain data', () => {
    const prepared = prepareText('# 題《だい》\n\n12月の《《点》》…', {
      language: 'ja',
      breaks: true,
    });
    expect(prepared.forms?.html).toContain('<ruby>');
    expect(prepared.facts.slips).toHaveLength(1);
    expect(structuredClone(prepared)).toEqual(prepared);
  });

  it.each([
    ['a link', '[一](u)'],
    ['a link that is none', '[一](http://[)'],
    ['an image', '![一](u)'],
    ['a frame', '<iframe src="https://www.youtube.com/embed/1"></iframe>'],
    ['a footnote, which leads to the page in a feed', '一[^1]\n\n[^1]: 二'],
  ])('has no forms with %s', (_, text) => {
    expect(prepareText(text, { language: 'ja', breaks: true }).forms).toBeUndefined();
  });
});
