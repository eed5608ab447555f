import { describe, expect, it } from 'vitest';
import { toHtml } from '#src/text/forms/html.ts';
import { parseMarkdown } from '#src/text/markdown.ts';
import { OPTIONS } from './options.ts';

const html = (source: string): string => toHtml(parseMarkdown(source, OPTIONS));

describe('HTML in a text', () => {
  it.each([
    ['<b style="color:red" onclick="x()">一</b>', '<p><b>一</b></p>'],
    ['一<script>alert(1)</script>二', '<p>一二</p>'],
    ['<style>p{}</style>一', '<p>一</p>'],
    ['<iframe src="https://x.example/"></iframe>一', '<p>一</p>'],
    ['<svg><a href="javascript:x">一</a></svg>二', '<p>二</p>'],
    ['<a href="java&#x0A;script:x">一</a>', '<p>一</p>'],
    ['[一](javascript:x)', '<p>一</p>'],
    ['[一](data:text/html,x)', '<p>一</p>'],
    ['<img src="data:image/svg+xml,x" alt="一">', '<p>一</p>'],
    ['<a data-footnote-ref href="javascript:x">一</a>', '<p>一</p>'],
    ['<form action="x"><input type="text" name="a">一</form>', null],
  ])('%s', (source, expected) => {
    const result = html(source);
    if (expected !== null) expect(result).toBe(expected);
    expect(result).not.toMatch(/style|onclick|script|javascript|iframe|<form/u);
  });

  it('fits the content models', () => {
    expect(html('<p>一<button><p>二</p></button></p>')).toBe('<p>一二</p>');
    expect(html('<li>一</li>')).toBe('<p>一</p>');
    expect(html('<ul>一<li>二</li></ul>')).toBe('<ul><li>一</li><li>二</li></ul>');
    expect(html('<ruby>一</ruby>')).toBe('<p>一</p>');
    expect(html('<b>\n\n一\n\n二\n\n</b>')).not.toMatch(/<b>\s*<p>/u);
    expect(html('[一[^1]](x.md)\n\n[^1]: 二')).not.toMatch(
      /<a [^>]*href="x.md"(?:(?!<\/a>).)*<a /u,
    );
  });

  it('keeps ids unique and attributes valid', () => {
    expect(html('<i id="a">一</i><i id="a">二</i><i id="b c" lang="?" dir="up">三</i>')).toBe(
      '<p><i id="a">一</i><i>二</i><i>三</i></p>',
    );
    expect(html('<h2 id="一">一</h2>\n\n## 一')).toBe('<h2 id="一">一</h2>\n<h2 id="一-1">一</h2>');
  });

  it('gives an id to one part of an element that ruby splits', () => {
    expect(html('<b id="a">の漢</b>字《じ》')).toBe(
      '<p><b id="a">の</b><ruby><b>漢</b>字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby></p>',
    );
  });

  it('shows what only looks like HTML', () => {
    expect(html('<System>レベル1</System>')).toBe('<p>&#x3C;System>レベル1&#x3C;/System></p>');
    expect(html('<Status>\nHP 漢字《かんじ》\n</Status>')).toContain('<ruby>漢字');
    expect(html('<ため息>をついた <3')).toBe('<p>&#x3C;ため息>をついた &#x3C;3</p>');
  });

  it('leaves out comments', () => {
    expect(html('一<!-- 秘密 -->二\n\n<!-- 秘密\n\n-->\n\n三')).toBe('<p>一二</p>\n\n<p>三</p>');
  });
});
