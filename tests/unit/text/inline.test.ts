import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseText } from '#src/text/base-text.ts';
import { inlineHtml, inlineText, parseInline } from '#src/text/inline.ts';

const RUBY = '<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>';

describe('inlineHtml', () => {
  it('reads ruby, dots, braces and pairs set upright', () => {
    expect(inlineHtml('第12話　漢字《かんじ》', 'ja')).toBe(
      '第<span class="tcy">12</span>話　' + RUBY,
    );
    expect(inlineHtml('{漢字|かんじ}', 'ja')).toBe(RUBY);
    expect(inlineHtml('《《強調》》', 'ja')).toBe('<em class="dots">強調</em>');
  });

  it('reads neither Markdown nor HTML', () => {
    expect(inlineHtml('# **強** <b>[a](b) & `漢字《かんじ》`', 'ja')).toBe(
      `# **強** &#x3C;b>[a](b) &#x26; \`${RUBY}\``,
    );
  });

  it('takes escaped characters as they are', () => {
    expect(inlineHtml('\\《《強調》》 \\{a|b} \\| \\n', 'ja')).toBe('《《強調》》 {a|b} | \\n');
  });

  it('gives other languages ruby and dots only', () => {
    expect(inlineHtml('12 {a|b}《》 漢字《かんじ》', 'en')).toBe(`12 {a|b}《》 ${RUBY}`);
    expect(inlineHtml('12', 'jam')).toBe('12');
    expect(inlineHtml('12', 'JA-JP')).toBe('<span class="tcy">12</span>');
  });
});

describe('inlineText', () => {
  it('holds the base text only', () => {
    expect(inlineText('第12話　出会《であ》い{漢字|かん|じ}《《点》》｜《', 'ja')).toBe(
      '第12話　出会い漢字点《',
    );
  });

  it('keeps every other character, spaces too', () => {
    expect(inlineText('  a\t<b> *c*  ', 'ja')).toBe('  a\t<b> *c*  ');
    expect(inlineText('', 'ja')).toBe('');
  });

  it('is the text of what is shown, whatever a name is made of', () => {
    const units = fc.constantFrom(...Array.from('漢字あ１2!？ \n\r\t《》｜|{}\\・<&*'));
    fc.assert(
      fc.property(fc.string({ unit: units }), (name) => {
        expect(inlineText(name, 'ja')).toBe(baseText(parseInline(name, 'ja')));
      }),
    );
  });
});
