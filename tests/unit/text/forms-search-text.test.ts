import { describe, expect, it } from 'vitest';
import { toSearchText, type SearchBlock } from '#src/text/forms/search-text.ts';
import { parseMarkdown } from '#src/text/markdown.ts';
import { OPTIONS } from './options.ts';

const blocks = (source: string): readonly SearchBlock[] =>
  toSearchText(parseMarkdown(source, OPTIONS));
const texts = (source: string): string[] => blocks(source).map(({ text }) => text);
/** Readings as base=reading, the bases cut from the texts. */
const readings = (source: string): string[] =>
  blocks(source).flatMap((block) =>
    block.readings.map(({ start, end, reading }) => `${block.text.slice(start, end)}=${reading}`),
  );

describe('toSearchText', () => {
  it('makes a block of each heading, paragraph, item, cell and caption', () => {
    expect(texts('# 題\n\n一\n\n- 二\n  - 三\n\n  四\n- 五')).toEqual([
      ...['題', '一', '二', '三', '四', '五'],
    ]);
    expect(texts('| 一 | 二 |\n| - | - |\n| 三 | 四 |')).toEqual(['一', '二', '三', '四']);
    expect(texts('![絵](a.png "題")\n\n<dl><dt>一</dt><dd>二</dd></dl>')).toEqual([
      ...['題', '一', '二'],
    ]);
  });

  it('tells headings from text', () => {
    expect(blocks('# 題\n\n一').map(({ kind }) => kind)).toEqual(['heading', 'text']);
  });

  it('gives each reading its place in the base text', () => {
    expect(blocks('　東京｜特許《とっきょ》')).toEqual([
      { kind: 'text', text: '　東京特許', readings: [{ start: 3, end: 5, reading: 'とっきょ' }] },
    ]);
  });

  it('counts UTF-16 code units', () => {
    expect(blocks('😀𠮟《しか》る')[0]?.readings).toEqual([{ start: 2, end: 4, reading: 'しか' }]);
  });

  it('gives one reading a character where they are written so', () => {
    expect(readings('{漢字|かん|じ}')).toEqual(['漢=かん', '字=じ']);
    expect(readings('{東京都|とうきょう|と}')).toEqual(['東京都=とうきょうと']);
  });

  it('finds the readings of HTML', () => {
    expect(readings('<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>')).toEqual([
      ...['漢=かん', '字=じ'],
    ]);
    expect(readings('<ruby>\n<rb>漢</rb><rb>字</rb>\n<rt>かん</rt>\n<rt>じ</rt>\n</ruby>')).toEqual(
      ['漢字=かんじ'],
    );
  });

  it('leaves out readings of what is no text', () => {
    expect(readings('<ruby>`code`<rt>コード</rt></ruby><ruby>漢<rt></rt></ruby>')).toEqual([]);
  });

  it('finds readings in emphasis, dots and links', () => {
    expect(
      readings('**漢《かん》**《《字《じ》》》[本《ほん》](x.md)｜**強**い《つよい》'),
    ).toEqual([...['漢=かん', '字=じ', '本=ほん', '強い=つよい']]);
  });

  it('keeps line breaks in a block and drops blank lines and spaces around them', () => {
    expect(blocks('一  \n漢《かん》<br><br>\n <b> </b>二')).toEqual([
      { kind: 'text', text: '一\n漢\n二', readings: [{ start: 2, end: 3, reading: 'かん' }] },
    ]);
  });

  it('leaves out code, the marks of footnotes, and blocks without text', () => {
    expect(
      texts('一`code`[^1]\n\n```\ncode\n```\n\n![絵](a.png)\n\n　\n\n---\n\n[^1]: 注'),
    ).toEqual([...['一', '注']]);
  });

  it('takes time linear in a line', () => {
    const line = `${'漢《かん》\n'.repeat(10_000)}一${' '.repeat(200_000)}二`;
    const tree = parseMarkdown(line, OPTIONS);
    const start = process.threadCpuUsage();
    expect(toSearchText(tree)[0]?.readings).toHaveLength(10_000);
    const { user, system } = process.threadCpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});
