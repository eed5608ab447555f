import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtml } from '#src/text/forms/html.ts';
import { parseInline } from '#src/text/inline.ts';
import { parseMarkdown } from '#src/text/markdown.ts';
import { brokenByPhrase, withBrokenHeadings } from '#src/text/phrases.ts';
import { contentOf } from '#src/text/hast.ts';
import { OPTIONS } from './options.ts';

const broken = (title: string) => {
  const children = brokenByPhrase(contentOf(parseInline(title, 'ja')));
  return toHtml({ type: 'root', children }).replaceAll(/<rp>.<\/rp>/gu, '');
};

describe('a heading', () => {
  it.each([
    ['雨の日の客', '雨の<wbr>日の<wbr>客'],
    ['吾輩は猫である', '吾輩は<wbr>猫である'],
    ['面談（実施）', '面談<wbr>（実施）'],
    ['短い', '短い'],
    ['', ''],
  ])('%j may be broken between its phrases: %s', (title, html) => {
    expect(broken(title)).toBe(html);
  });

  it('is broken as if its readings were not there, and never within its ruby', () => {
    expect(broken('吾輩《わがはい》は猫《ねこ》である')).toBe(
      '<ruby>吾輩<rt>わがはい</rt></ruby>は<wbr><ruby>猫<rt>ねこ</rt></ruby>である',
    );
    expect(broken('｜雨の日の客《きゃく》が来る')).toBe(
      '<ruby>雨の日の客<rt>きゃく</rt></ruby>が<wbr>来る',
    );
  });

  it('is never broken within a character', () => {
    expect(broken('\u304B\u3099んばる人が\u304B\u3099んばる')).not.toMatch(/<wbr>\p{M}/u);
  });

  it('is not broken before the mark of a footnote', () => {
    const tree = parseMarkdown('# 今日は[^1]天気です\n\n[^1]: 注', OPTIONS);
    expect(toHtml(withBrokenHeadings(tree))).toContain('今日は<sup>');
  });

  it('keeps its text, whatever it holds', () => {
    const words = fc.constantFrom(
      '雨の日',
      'が',
      '漢字《かんじ》',
      '《《点》》',
      '12',
      'A b',
      '、',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const title = parts.join('');
        const plain = toHtml(parseInline(title, 'ja')).replaceAll(/<rp>.<\/rp>/gu, '');
        expect(broken(title).replaceAll('<wbr>', '')).toBe(plain);
        expect(broken(title)).not.toMatch(/<ruby>[^/]*<wbr>/u);
      }),
    );
  });
});

it('in a text headings alone are broken, and the tree stays as it is', () => {
  const tree = parseMarkdown('# 雨の日の客\n\n雨の日の客が来る。\n', OPTIONS);
  const before = toHtml(tree);
  expect(toHtml(withBrokenHeadings(tree))).toBe(
    before.replace('>雨の日の客<', '>雨の<wbr>日の<wbr>客<'),
  );
  expect(toHtml(tree)).toBe(before);
});
