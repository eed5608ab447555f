import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { now, series, siteEn, siteJa, workbench } from './workbench.ts';

describe('a new series', () => {
  it('has its settings and a first draft', async () => {
    const bench = workbench({ 'site.yaml': siteJa });
    const { exitCode, message } = await bench.run(['--series', 'umi', '--title', '海: の話']);
    expect(exitCode).toBe(0);
    expect(message).toContain('content/umi/series.yaml\n  content/umi/01.md');
    expect(bench.list()).toEqual(['site.yaml', 'umi']);
    const manuscript = await bench.manuscript();
    expect(manuscript.series).toMatchObject([{ id: 'umi', title: '海: の話', language: 'ja' }]);
    expect(manuscript.episodes).toMatchObject([
      { path: 'umi/01.md', order: 1, draft: true, date: now },
    ]);
    expect((await bench.run(['umi'])).exitCode).toBe(0);
    expect(bench.list('umi')).toEqual(['01.md', '02.md', 'series.yaml']);
  });

  it('takes a language, a direction and labels', async () => {
    const bench = workbench({ 'site.yaml': siteEn });
    const options = ['--language', 'JA-jp', '--direction', 'vertical', '--labels', 'sono'];
    const { message } = await bench.run(['--series', 'Sea', '--title', 'The Sea', ...options], {
      language: 'en',
    });
    expect(message).toContain('“The Sea” begins in content/Sea.');
    expect((await bench.manuscript()).series).toMatchObject([
      { id: 'Sea', language: 'ja-JP', direction: 'vertical', labels: { name: 'sono' } },
    ]);
    expect(bench.read('Sea/series.yaml')).not.toMatch(/[ぁ-ん]/);
  });

  it('may be read by those who may read the rest', async () => {
    const bench = workbench(series({ '01': 1 }));
    await bench.run(['--series', 'sora', '--title', '空']);
    expect(statSync(`${bench.dir}/sora`).mode).toBe(statSync(`${bench.dir}/umi`).mode);
  });
});

describe('what is refused, before anything is written', () => {
  it.each([
    ['two words', ['--series', 'the sea', '--title', 'x'], 'たとえば「the-sea」'],
    ['a path', ['--series', '../sea', '--title', 'x'], 'アドレスに使えない文字'],
    ['a name of the site', ['--series', 'Search', '--title', 'x'], 'サイト自身が使うアドレス'],
    ['a long name', ['--series', '海'.repeat(70), '--title', 'x'], '長すぎます'],
    ['a series that is there', ['--series', 'UMI', '--title', 'x'], 'すでに使われています（umi）'],
    ['a page', ['--series', 'about', '--title', 'x'], 'すでに使われています（about.md）'],
    ['a former series', ['--series', 'kaze', '--title', 'x'], 'すでに使われています'],
    ['a folder in another normal form', ['--series', 'が', '--title', 'x'], 'すでに使われています'],
    [
      'an unknown direction',
      ['--series', 'a', '--title', 'x', '--direction', 'vertcal'],
      '「vertical」のこと',
    ],
    [
      'an unknown language',
      ['--series', 'a', '--title', 'x', '--language', 'jp'],
      '「ja」と書いて',
    ],
    ['unknown labels', ['--series', 'a', '--title', 'x', '--labels', 'sonno'], '「sono」のこと'],
    ['no title, with nobody to ask', ['--series', 'a'], '--title'],
    ['no id, with nobody to ask', ['--series', '--title', 'x'], '--series <id>'],
  ])('%s', async (_, args, message) => {
    const bench = workbench({
      ...series({ '01': 1 }, 'title: 海\naliases: kaze\n'),
      'about.md': '---\ntitle: この文庫について\n---\n\n本文\n',
      ['が/a.png'.normalize('NFD')]: '',
    });
    const before = bench.list();
    const outcome = await bench.run(args);
    expect(outcome).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining(message) as string,
    });
    expect(bench.list()).toEqual(before);
    expect(bench.list('umi')).toEqual(['01.md', 'series.yaml']);
  });
});

it('of two that begin at once, one is whole and the other is told', async () => {
  const bench = workbench({ 'site.yaml': siteJa });
  const titles = ['一', '二', '三', '四'];
  const outcomes = await Promise.all(
    titles.map((title) => bench.run(['--series', 'umi', '--title', title])),
  );
  expect(outcomes.map(({ exitCode }) => exitCode).toSorted()).toEqual([0, 1, 1, 1]);
  expect(bench.list()).toEqual(['site.yaml', 'umi']);
  const winner = titles[outcomes.findIndex(({ exitCode }) => exitCode === 0)];
  expect((await bench.manuscript()).series).toMatchObject([{ title: winner }]);
});
