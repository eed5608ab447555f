import { describe, expect, it, vi } from 'vitest';
import { toHtml } from '#src/text/forms/html.ts';
import { parseMarkdown, type MarkdownOptions } from '#src/text/markdown.ts';
import { OPTIONS } from './options.ts';

const html = (source: string, options: Partial<MarkdownOptions> = {}): string =>
  toHtml(parseMarkdown(source, { ...OPTIONS, ...options }));

describe('resolveLink', () => {
  it('is asked for every link with the address as typed', () => {
    const resolveLink = vi.fn((): { kind: 'link'; href: string } => ({ kind: 'link', href: '/x' }));
    const source =
      '[a](./第1話.md) [b][r] <https://c.example/> https://d.example/ <a href="e 1">e</a> [f](#f)\n\n[r]: ../b.md';
    expect(html(source, { resolveLink }).match(/href="\/x"/gu)).toHaveLength(6);
    expect(resolveLink.mock.calls).toEqual([
      ['./第1話.md'],
      ['../b.md'],
      ['https://c.example/'],
      ['https://d.example/'],
      ['e 1'],
      ['#f'],
    ]);
  });

  it('is not asked for footnotes', () => {
    const resolveLink = vi.fn(OPTIONS.resolveLink);
    html('一[^1]\n\n[^1]: 二', { resolveLink });
    expect(resolveLink).not.toHaveBeenCalled();
  });

  it('leaves the text alone where there is no link', () => {
    const resolveLink = (): { kind: 'text' } => ({ kind: 'text' });
    expect(html('前[**次**の漢](./02.md)字《かんじ》', { resolveLink })).toBe(
      '<p>前<strong>次</strong>の<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby></p>',
    );
  });

  it('encodes what may not stand in an address, and nothing twice', () => {
    expect(html('[a](<./第 1%話[%41].md?a=b&c#d>)')).toContain(
      'href="./%E7%AC%AC%201%25%E8%A9%B1%5B%41%5D.md?a=b&#x26;c#d"',
    );
    expect(html('<a href="\uD800">a</a>')).toBe('<p><a href="%EF%BF%BD">a</a></p>');
  });
});

describe('resolveImage', () => {
  it('gives the address and the size', () => {
    const resolveImage = (): { src: string; width: number; height: number } => ({
      src: '/_/絵.webp',
      width: 3,
      height: 4,
    });
    const expected =
      '<img src="/_/%E7%B5%B5.webp" alt="絵" width="3" height="4" loading="lazy" decoding="async">';
    expect(html('![絵](a.png)', { resolveImage })).toBe(`<p>${expected}</p>`);
    expect(html('<img src="a.png" alt="絵" width="9" onerror="x">', { resolveImage })).toBe(
      `<p>${expected}</p>`,
    );
  });

  it('gives the same image in several widths', () => {
    const widths = { srcset: '/a-1.webp 480w, /a-2.webp 720w', sizes: 'auto, 45em' };
    const resolveImage = () => ({ src: '/a-2.webp', width: 720, height: 360, ...widths });
    expect(html('![絵](a.png)', { resolveImage })).toContain(
      ' srcset="/a-1.webp 480w, /a-2.webp 720w" sizes="auto, 45em" ',
    );
  });

  it('leaves the alternative text where there is no image', () => {
    const resolveImage = (): undefined => undefined;
    expect(html('は![漢字《かんじ》](a.png)後', { resolveImage })).toBe(
      '<p>は<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>後</p>',
    );
    expect(html('![](a.png)<img src="b.png">前', { resolveImage })).toBe('<p>前</p>');
  });
});

it('what a resolver throws is not taken for a text that is nested too deep', () => {
  const resolveLink = () => {
    throw new RangeError('no such page');
  };
  expect(() => parseMarkdown('[あ](/u)', { ...OPTIONS, resolveLink })).toThrow('no such page');
});
