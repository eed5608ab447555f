import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '#src/text/markdown.ts';
import { toPlainText } from '#src/text/plain-text.ts';
import { OPTIONS } from './options.ts';

const plain = (source: string): string => toPlainText(parseMarkdown(source, OPTIONS));

describe('toPlainText', () => {
  it('holds the base text without readings', () => {
    expect(plain('漢字《かんじ》と{東京|とう|きょう}と《《点》》と12')).toBe('漢字と東京と点と12');
    expect(plain('<ruby>本<rp>(</rp><rt>ほん</rt><rp>)</rp></ruby>')).toBe('本');
  });

  it('separates blocks and lines by one line feed', () => {
    expect(plain('# 題\n\n　一\n二\n\n\n\n- 三\n- 四\n\n| 五 |\n| - |\n| 六 |')).toBe(
      '題\n　一\n二\n三\n四\n五\n六',
    );
  });

  it('leaves out code, pictures and what footnotes add', () => {
    const source = '一`code`二[^1]\n\n```\ncode\n```\n\n![絵](a.png)\n\n[^1]: 注';
    expect(plain(source)).toBe('一二\n注');
  });

  it('leaves out the heading that stands above footnotes, whatever is before its id', () => {
    const options = { ...OPTIONS, idPrefix: 'foreword-' };
    expect(toPlainText(parseMarkdown('一[^1]\n\n[^1]: 注', options))).toBe('一\n注');
    expect(plain('## footnote label')).toBe('footnote label');
  });

  it('keeps the marks of a scene break', () => {
    expect(plain('一\n\n＊　＊\n\n---\n\n二')).toBe('一\n＊　＊\n二');
  });

  it.each(['*', '* *', '* ', '* \u3000', '* * *\u3000', '* \u00a0', '*\t\f'])(
    'keeps those of a line of asterisks, whatever blank stands behind them: %j',
    (line) => {
      expect(plain(`一\n\n${line}\n\n二`)).toMatch(/^一\n\*[* ]*\n二$/u);
    },
  );

  it('takes time linear in a line of spaces', () => {
    const tree = parseMarkdown(`一${' '.repeat(200_000)}二`, OPTIONS);
    const start = process.threadCpuUsage();
    expect(toPlainText(tree)).toHaveLength(200_002);
    const { user, system } = process.threadCpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1000);
  });

  it('is empty for an empty text', () => {
    expect(plain('')).toBe('');
    expect(plain('\n　\n\n---\n')).toBe('');
  });
});
