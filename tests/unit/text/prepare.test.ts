import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchableBlocks } from '#src/search/searchable-episode.ts';
import { measureLength } from '#src/story/length.ts';
import { toFeedHtml } from '#src/text/forms/feed-html.ts';
import { toHtml } from '#src/text/forms/html.ts';
import { fillForFeed, fillForPage } from '#src/text/forms/slots.ts';
import { inspectMarkdown } from '#src/text/inspect.ts';
import { parseMarkdown, type ResolvedLink } from '#src/text/markdown.ts';
import { withBrokenHeadings } from '#src/text/phrases.ts';
import { prepareText } from '#src/text/prepare.ts';
import { toPlainText } from '#src/text/plain-text.ts';
import { composedSource, source } from './arbitrary-source.ts';

/** A site where links lead to what is not typed, or nowhere. */
const HREFS = [
  '/b/?c=\'"&',
  '#二',
  'mailto:a@b.jp',
  'https://a.jp/漢 %',
  'https://[::1]/',
  'http://[',
];
const site = fc.func(
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...HREFS).map(linkTo) },
    { weight: 1, arbitrary: fc.constant<ResolvedLink>({ kind: 'text' }) },
  ),
);
const PAGE = 'https://site.example/story/1/';

function linkTo(href: string): ResolvedLink {
  return { kind: 'link', href };
}

/** Links as stories have them, and what has been mistaken for one. */
const linked = fc
  .array(
    fc.constantFrom(
      ...['漢字《かんじ》', '\n\n', '\n- ', '> ', '# ', '**か**', ' ', '<b>', '</b>', '&#116;'],
      ...['[一](u)', '[二《に》](?a=b "<a href=")', '[三](#三)', '[四][a]', '\n\n[a]: b "c"\n\n'],
      ...['https://a.jp/b。', '<a id="x" href="d">', '</a>', '<a href="tsuzuki-slot:0:">五</a>'],
      ...[
        'tsuzuki-slot:0:',
        'suzuki-slot:1:',
        '[六](javascript:a)',
        '[七](http://[)',
        '[[八](u)](v)',
      ],
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(''));

describe('a text that is prepared', () => {
  it('has the facts, and the forms as far as no site can make a difference to them', () => {
    fc.assert(
      fc.property(
        fc.oneof(source, composedSource, linked),
        fc.record({
          language: fc.constantFrom('ja', 'en'),
          breaks: fc.boolean(),
          idPrefix: fc.constantFrom('', 'note-'),
        }),
        site,
        (text, options, resolveLink) => {
          const { facts, length, forms } = prepareText(text, options);
          expect(facts).toEqual(inspectMarkdown(text, options));
          expect(length).toEqual(measureLength(facts.text, options.language));
          if (!forms) return;
          const html = fillForPage(forms, resolveLink);
          const feedHtml = fillForFeed(forms, resolveLink, PAGE);
          const tree = parseMarkdown(text, {
            ...options,
            resolveLink,
            resolveImage: () => undefined,
          });
          const shown = options.language === 'ja' ? withBrokenHeadings(tree) : tree;
          if (html !== undefined) {
            expect(html).toBe(toHtml(shown));
            expect(facts.text).toBe(toPlainText(tree));
          }
          if (feedHtml !== undefined) expect(feedHtml).toBe(toFeedHtml(tree, { page: PAGE }));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('has what is searched of it on every site', () => {
    fc.assert(
      fc.property(fc.oneof(source, composedSource, linked), (text) => {
        const options = { language: 'ja', breaks: true };
        const { searchBlocks } = prepareText(text, options);
        if (searchBlocks) {
          const tree = parseMarkdown(text, {
            ...options,
            resolveLink: linkTo,
            resolveImage: (src) => ({ src, width: 1, height: 1 }),
          });
          expect(searchBlocks).toEqual(searchableBlocks(tree));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has of a feed what is not a stretch of the page', () => {
    const formsOf = (text: string) => prepareText(text, { language: 'ja', breaks: true }).forms;
    expect(formsOf('一\n\n二')?.feedHtml).toEqual([[0, '<p>一</p>\n<p>二</p>'.length]]);
    const parts = ['<p>一</p>\n', '<p><span class="tcy">12</span>月</p>', '\n<p>二</p>'];
    const [first = '', second = ''] = parts;
    const set = formsOf('一\n\n12月\n\n二');
    expect(set?.html).toBe(parts.join(''));
    const from = first.length + second.length;
    expect(set?.feedHtml).toEqual([[0, first.length], '<p>12月</p>', [from, set?.html.length]]);
  });

  it('takes the addresses of its links from the site', () => {
    const { forms } = prepareText('[一](a)と[二](b "題")', { language: 'ja', breaks: true });
    const resolveLink = (url: string) => linkTo(`/${url}?b&c`);
    expect(forms && fillForPage(forms, resolveLink)).toBe(
      '<p><a href="/a?b&#x26;c">一</a>と<a href="/b?b&#x26;c" title="題">二</a></p>',
    );
    expect(forms && fillForFeed(forms, resolveLink, PAGE)).toBe(
      '<p><a href="https://site.example/a?b&#x26;c">一</a>と' +
        '<a href="https://site.example/b?b&#x26;c" title="題">二</a></p>',
    );
  });

  it('cannot be filled where a link becomes text', () => {
    const { forms } = prepareText('[一](a)', { language: 'ja', breaks: true });
    expect(forms).toBeDefined();
    expect(forms && fillForPage(forms, () => ({ kind: 'text' }))).toBeUndefined();
    expect(forms && fillForFeed(forms, () => ({ kind: 'text' }), PAGE)).toBeUndefined();
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
    ['a link that is none', '[一](http://[)'],
    ['an image', '![一](u)'],
    ['a frame', '<iframe src="https://www.youtube.com/embed/1"></iframe>'],
    ['a footnote, which leads to the page in a feed', '一[^1]\n\n[^1]: 二'],
  ])('has no forms with %s', (_, text) => {
    expect(prepareText(text, { language: 'ja', breaks: true }).forms).toBeUndefined();
  });
});
