import { describe, expect, it } from 'vitest';
import { toFeedHtml } from '#src/text/forms/feed-html.ts';
import { parseMarkdown, type MarkdownOptions } from '#src/text/markdown.ts';
import { OPTIONS } from './options.ts';

const page = 'https://host.example/novels/kiri/02/';
const feed = (source: string, options: Partial<MarkdownOptions> = {}): string =>
  toFeedHtml(parseMarkdown(source, { ...OPTIONS, ...options }), { page });

describe('toFeedHtml', () => {
  it('keeps readings, for those who see ruby and those who do not', () => {
    expect(feed('漢字《かんじ》')).toBe(
      '<p><ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby></p>',
    );
  });

  it('keeps dots as emphasis and nothing of 縦中横', () => {
    expect(feed('《《点》》と12月！？')).toBe('<p><em>点</em>と12月！？</p>');
  });

  it('keeps scene breaks and blank lines as paragraphs that hold something', () => {
    expect(feed('一\n\n＊\n\n\n二\n\n---')).toBe(
      '<p>一</p>\n<p>＊</p>\n<p>\u00A0</p>\n<p>二</p>\n<hr>',
    );
  });

  it.each([
    ['../03/', 'https://host.example/novels/kiri/03/'],
    ['/novels/about/', 'https://host.example/novels/about/'],
    ['#題', 'https://host.example/novels/kiri/02/#%E9%A1%8C'],
    ['?q=1', 'https://host.example/novels/kiri/02/?q=1'],
    ['//x.example/', 'https://x.example/'],
    ['mailto:me@x.example', 'mailto:me@x.example'],
  ])('makes the address %s absolute', (address, absolute) => {
    expect(feed(`[一](${address})`)).toBe(`<p><a href="${absolute}">一</a></p>`);
  });

  it('names one file for an image, at its absolute address', () => {
    const resolveImage = () => ({
      src: '/a.webp',
      width: 2,
      height: 1,
      srcset: '/b 1w',
      sizes: 'c',
    });
    expect(feed('![絵](a.png "題《だい》")', { resolveImage })).toBe(
      '<figure><img src="https://host.example/a.webp" alt="絵" width="2" height="1">' +
        '<figcaption><ruby>題<rp>（</rp><rt>だい</rt><rp>）</rp></ruby></figcaption></figure>',
    );
  });

  it('lets the mark of a footnote lead to the page and shows the note', () => {
    expect(feed('一[^1]\n\n[^1]: 二').replaceAll('\n', '')).toBe(
      `<p>一<sup><a href="${page}#fn-1">1</a></sup></p>` +
        '<section><h2>脚注</h2><ol><li><p>二 </p></li></ol></section>',
    );
  });

  it('links to what it cannot embed', () => {
    const frame = '<iframe src="https://x.example/1" title="動画"></iframe>';
    expect(feed(frame, { allowsEmbed: () => true })).toBe(
      '<p><a href="https://x.example/1">動画</a></p>',
    );
  });

  it('keeps what means something by itself, and no more', () => {
    expect(feed('- [x] 済\n\n<p id="a" class="b" lang="en" title="c">one</p>')).toBe(
      '<ul>\n<li>☑ 済</li>\n</ul>\n<p lang="en" title="c">one</p>',
    );
  });

  it('leaves out the characters that XML forbids', () => {
    expect(feed('一\u0001\u000B\uFFFE二')).toBe('<p>一二</p>');
  });

  it('needs to know where the page is', () => {
    expect(() => toFeedHtml({ type: 'root', children: [] }, { page: '/kiri/02/' })).toThrow(
      TypeError,
    );
  });
});
