import { describe, expect, it } from 'vitest';
import { inspectMarkdown } from '#src/text/inspect.ts';

const JAPANESE = { language: 'ja', breaks: true };
const inspect = (source: string): ReturnType<typeof inspectMarkdown> =>
  inspectMarkdown(source, JAPANESE);

describe('inspectMarkdown', () => {
  it('finds links of every kind with their places', () => {
    const source = [
      '一[次](./02.md)と[参照][r]',
      '',
      '- <https://example.org/a> https://example.org/b',
      '',
      '> <a href="../x/01.md">生</a>',
      '',
      '[r]: /about/ "題"',
    ].join('\n');
    expect(inspect(source).links).toEqual([
      { url: './02.md', line: 1, column: 2 },
      { url: '/about/', line: 1, column: 15 },
      { url: 'https://example.org/a', line: 3, column: 3 },
      { url: 'https://example.org/b', line: 3, column: 27 },
      { url: '../x/01.md', line: 5, column: 3 },
    ]);
  });

  it('finds images with their alternative text as typed', () => {
    const source =
      '![絵《え》](第1話/a b.png)\n\n漢字《かんじ》![絵](<第1話/a b.png>)\n<img src="b.png" alt="生">\n\n<p>\n<img src="c.png">\n</p>';
    expect(inspect(source).images).toEqual([
      { url: '第1話/a b.png', line: 3, column: 8, alt: '絵' },
      { url: 'b.png', line: 4, column: 1, alt: '生' },
      { url: 'c.png', line: 7, column: 1, alt: '' },
    ]);
  });

  it('hands on addresses as typed', () => {
    expect(inspect('[a](./第1話.md) [b](./%E7%AC%AC.md) [c](a&amp;b)').links).toMatchObject([
      { url: './第1話.md' },
      { url: './%E7%AC%AC.md' },
      { url: 'a&b' },
    ]);
  });

  it('counts neither footnotes nor code nor comments', () => {
    const facts = inspect('一[^1]`[a](b)`<!-- [a](b) -->\n\n[^1]: 二[c](d)');
    expect(facts.links).toEqual([{ url: 'd', line: 3, column: 8 }]);
  });

  it('counts addresses that the page leaves out', () => {
    expect(inspect('[a](javascript:x)').links).toHaveLength(1);
  });

  it('keeps places in texts with CRLF', () => {
    expect(inspect('一\r\n\r\n二[a](b)').links).toEqual([{ url: 'b', line: 3, column: 2 }]);
  });

  it('tells the text and whether there is anything', () => {
    expect(inspect('漢字《かんじ》').text).toBe('漢字');
    expect(inspect('漢字').isEmpty).toBe(false);
    expect(inspect('`code`').isEmpty).toBe(false);
    expect(inspect('![](a.png)').isEmpty).toBe(false);
    for (const source of ['', ' \n', '　', '<!-- 後で -->', '[a]: b']) {
      expect(inspect(source).isEmpty, source).toBe(true);
    }
  });
});
