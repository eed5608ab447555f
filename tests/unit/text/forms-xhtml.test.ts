import { describe, expect, it } from 'vitest';
import { toXhtml } from '#src/text/forms/xhtml.ts';
import { parseMarkdown, type MarkdownOptions } from '#src/text/markdown.ts';
import { OPTIONS } from './options.ts';
import { parsedXhtml } from './parsed.ts';

const xhtml = (source: string, options: Partial<MarkdownOptions> = {}): string =>
  toXhtml(parseMarkdown(source, { ...OPTIONS, ...options }));

describe('toXhtml', () => {
  it('keeps the notation as on the page', () => {
    expect(xhtml('# 出会《であ》い\n\n《《点》》と12だ\n\n＊')).toBe(
      '<h2 id="出会い"><ruby>出会<rp>（</rp><rt>であ</rt><rp>）</rp></ruby>い</h2>\n' +
        '<p><em class="dots">点</em>と<span class="tcy">12</span>だ</p>\n' +
        '<p class="scene-break" role="separator" aria-label="場面転換">＊</p>',
    );
  });

  it('is XML: everything closed, every attribute with a value, ]]> and & escaped', () => {
    expect(xhtml('一\n二 & ]]>')).toBe('<p>一<br />二 &amp; ]]&gt;</p>');
    expect(xhtml('<ol reversed><li>一</li></ol>')).toBe('<ol reversed=""><li>一</li></ol>');
    expect(xhtml('<details open><summary>一</summary>二</details>')).toBe(
      '<details open=""><summary>一</summary>二</details>',
    );
    expect(xhtml('<table><tr><td></td></tr></table>')).toContain('<td></td>');
  });

  it('keeps the white space of an attribute', () => {
    const [line] = parsedXhtml(xhtml('<b title="一&#10;&quot;二&quot;">三</b>')).children;
    expect(line).toMatchObject({ children: [{ attributes: { title: '一\n"二"' } }] });
  });

  it('leaves out the characters that XML forbids, and an id that nothing is left of', () => {
    expect(xhtml('一\u0001\u000B\uFFFE二')).toBe('<p>一二</p>');
    expect(xhtml('<b id="&#1;">一</b><b id="a">二</b><b id="a&#1;">三</b>')).toBe(
      '<p><b>一</b><b id="a">二</b><b>三</b></p>',
    );
  });

  it('names a language for XML too', () => {
    expect(xhtml('<i lang="en">one</i>')).toBe('<p><i lang="en" xml:lang="en">one</i></p>');
  });

  it('marks footnotes for reading systems', () => {
    const options = { idPrefix: 'foreword-' };
    expect(xhtml('一[^1]\n\n[^1]: 二', options)).toBe(
      '<p>一<sup><a id="foreword-fnref-1" href="#foreword-fn-1" aria-label="脚注1" ' +
        'epub:type="noteref" role="doc-noteref">1</a></sup></p>\n' +
        '<section class="footnotes" epub:type="footnotes">' +
        '<h2 id="foreword-footnote-label">脚注</h2>\n<ol>\n' +
        '<li id="foreword-fn-1" epub:type="footnote">\n' +
        '<p>二 <a href="#foreword-fnref-1" aria-label="脚注1の本文へ戻る" ' +
        'class="data-footnote-backref" role="doc-backlink">↩</a></p>\n</li>\n</ol>\n</section>',
    );
  });

  it('names one file for an image', () => {
    const resolveImage = (src: string) => ({
      src,
      width: 2,
      height: 1,
      srcset: 'b 1w',
      sizes: 'c',
    });
    expect(xhtml('![絵](a.png)', { resolveImage })).toBe(
      '<p><img src="a.png" alt="絵" width="2" height="1" /></p>',
    );
  });

  it('links to what it cannot embed', () => {
    const frame = '<iframe src="https://x.example/1" title="動画"></iframe>';
    expect(xhtml(frame, { allowsEmbed: () => true })).toBe(
      '<p><a href="https://x.example/1">動画</a></p>',
    );
  });
});
