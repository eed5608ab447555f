import { describe, expect, it } from 'vitest';
import { fillTemplate } from '#src/announce/fill-template.ts';
import { announcementText } from '#src/announce/announcement-text.ts';
import { episode, extra, notice } from '#tests/support/manuscript.ts';
import { announced, titled } from './announced.ts';

const url = 'https://example.org/kiri/02/';
const whole = {
  series: '霧の網代',
  label: '続編②',
  title: '雨の日の客',
  headline: '【続編②】雨の日の客',
  site: '終電文庫',
  url,
};

function fill(template: string, missing: string): string {
  const lacking = Object.fromEntries(missing.split(' ').map((name) => [name, '']));
  return fillTemplate(template, { ...whole, ...lacking });
}

describe('a template', () => {
  it('names what it likes, as often as it likes', () => {
    expect(fill('{site}『{series}』{headline} {url} #小説 {site}', '')).toBe(
      `終電文庫『霧の網代』【続編②】雨の日の客 ${url} #小説 終電文庫`,
    );
  });

  it.each([
    ['{series} {label} {title}\n{url}', 'title', '霧の網代 続編②\n'],
    ['{series} {label} {title}\n{url}', 'label', '霧の網代 雨の日の客\n'],
    ['{series} {label} {title}\n{url}', 'label title', '霧の網代\n'],
    ['{series}, {label}: {title}\n{url}', 'title', '霧の網代, 続編②\n'],
    ['{series}, {label}: {title}\n{url}', 'label', '霧の網代: 雨の日の客\n'],
    ['{series}, {label}: {title}\n{url}', 'label title', '霧の網代\n'],
    ['【{label}】{title}（{series}）\n{url}', 'label', '雨の日の客（霧の網代）\n'],
    ['『{series}』{label}「{title}」\n{url}', 'title', '『霧の網代』続編②\n'],
    ['『{series}』{label}「{title}」\n{url}', 'label title', '『霧の網代』\n'],
    ['{label} - {title}\n{url}', 'label', '雨の日の客\n'],
    ['新しい話：{title}\n{url}', 'title', '新しい話\n'],
    ['更新しました。\n「{title}」\n{url}', 'title', '更新しました。\n'],
    ['更新しました。\n\n{title}\n\n{url}', 'title', '更新しました。\n\n\n'],
    ['{title} / {label} / {series}\n{url}', 'title', '続編② / 霧の網代\n'],
    ['{title}：{label} ({series}) {url}', 'series', `雨の日の客：続編② `],
  ])('%j without %s', (template, missing, expected) => {
    expect(fill(template, missing)).toBe(`${expected}${url}`);
  });

  it('gives the address room', () => {
    expect(fill('{title}{url}です', '')).toBe(`雨の日の客 ${url} です`);
    expect(fill('{url}{title}', '')).toBe(`${url} 雨の日の客`);
    expect(fill('{title}（{url}）', '')).toBe(`雨の日の客（${url}）`);
    expect(fill('{title}({url})', '')).toBe(`雨の日の客( ${url} )`);
  });

  it.each([
    ['{title}\n{url}', '雨の日の客'],
    ['{title}（{url}）', '雨の日の客'],
    ['{title} {url} #小説', '雨の日の客 #小説'],
    ['{url}\n{title}', '雨の日の客'],
  ])('may have its address elsewhere: %j', (template, expected) => {
    expect(fill(template, 'url')).toBe(expected);
  });

  it('takes nothing away from what a name stands for', () => {
    const values = { ...whole, title: '「', series: '｜', label: '', url: '' };
    expect(fillTemplate('{title}{label}」{series}{url} #小説', values)).toBe('「」｜ #小説');
  });

  it('is not read twice', () => {
    expect(fillTemplate('{title} {url}', { ...whole, title: '$& {series} {url}' })).toBe(
      `$& {series} {url} ${url}`,
    );
  });
});

describe('what is said without a template', () => {
  const text = (entries: Parameters<typeof announced>[0]['entries'], language = 'ja') =>
    announced({
      series: { title: '｜霧《きり》の網代', language },
      ...(entries === undefined ? {} : { entries }),
    }).map((one) => announcementText.x(one));

  it('names series, label and title, in base text', () => {
    expect(text([episode(1), episode(2, { title: '雨《あめ》の日' }), extra(1, 'ex')])).toEqual([
      '霧の網代 前編①\nhttps://example.org/story/1/',
      '霧の網代 番外編\nhttps://example.org/story/ex/',
      '霧の網代 続編② 雨の日\nhttps://example.org/story/2/',
    ]);
  });

  it('is for notices, too', () => {
    expect(text([episode(1), notice('news', { title: '休みます' })])).toContain(
      '霧の網代 お知らせ 休みます\nhttps://example.org/story/news/',
    );
  });

  it('needs no label where there is none', () => {
    expect(text([episode(1)])).toEqual(['霧の網代\nhttps://example.org/story/1/']);
  });

  it('is English in English', () => {
    expect(text([episode(1), episode(2, { title: 'Rain' })], 'en').at(-1)).toBe(
      '｜霧《きり》の網代, 続編②: Rain\nhttps://example.org/story/2/'.replace('｜霧《きり》', '霧'),
    );
  });

  it('percent-encodes the address before it is counted', () => {
    const [one] = announced({ entries: [episode(1, { slug: '帰らない船' })] });
    expect(one?.address).toBe(
      'https://example.org/story/%E5%B8%B0%E3%82%89%E3%81%AA%E3%81%84%E8%88%B9/',
    );
  });
});

describe('a title', () => {
  it.each([
    ['a\u000Bb\u0000c', 'a bc'],
    ['\u202Ereversed\u202C \u2067and\u2069', 'reversed and'],
    ['two\nlines\u2028three', 'two lines three'],
    ['\uFEFFmark\uFFFE', 'mark'],
    ['half \uD83D', 'half \uFFFD'],
    ['<]]>&', '<]]>&'],
    ['\u200Fעברית', '\u200Fעברית'],
  ])('%j is said as %j', (title, said) => {
    expect(titled(title).names.title).toBe(said);
  });

  it('of control characters alone is none', () => {
    expect(announcementText.x(titled('\u000B\u202E'))).toBe(
      'The title of story 続編②\nhttps://example.org/story/2/',
    );
  });
});
