import { describe, expect, it } from 'vitest';
import { episode, scripted, series, siteJa, workbench } from './workbench.ts';

const two = {
  ...series({ '01': 1, '02': 2, '02-5': 2.5 }),
  'kaze/series.yaml': 'title: 風の話\n',
  'kaze/01.md': episode('order: 1').replace('2026-04-01', '2026-05-01'),
};

describe('with nobody to ask', () => {
  it.each([
    ['no name', [], '例: npm run new -- kaze\n作品の一覧:\n  kaze  風の話\n  umi  海'],
    [
      'a slip',
      ['kaxe'],
      '「kaxe」という作品はありません。「kaze」のことではありませんか。\n作品の一覧:',
    ],
    ['a beginning', ['um'], '「umi」のことではありませんか'],
    ['a title', ['風の話'], '「kaze」のことではありませんか'],
    ['nothing like it', ['yama'], '「yama」という作品はありません。\n作品の一覧:'],
  ])('%s', async (_, args, message) => {
    const bench = workbench(two);
    const outcome = await bench.run(args);
    expect(outcome).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining(message) as string,
    });
  });

  it('a site without series', async () => {
    const bench = workbench({ 'site.yaml': siteJa });
    expect((await bench.run([])).message).toContain('--series <id>');
    expect((await bench.run(['umi'])).message).toContain('--series <id>');
  });

  it('a series with mistakes is not called missing', async () => {
    const bench = workbench({
      ...two,
      'yama/series.yaml': 'titel: 山\n',
      'yama/01.md': episode('order: 1'),
      'mori/01.md': episode('order: 1'),
    });
    expect((await bench.run(['yama'])).message).toMatch(
      /先に.*\ncontent\/yama\/series\.yaml:1:1 誤り/,
    );
    expect((await bench.run(['mori'])).message).toContain('series.yaml がありません');
  });

  it.each([
    ['no folder', {}, 'site.yaml がありません'],
    ['no url', { 'site.yaml': 'title: x\n' }, 'url'],
    ['no YAML', { 'site.yaml': 'title：x\n' }, 'content/site.yaml:1'],
  ])('a site that cannot be read: %s', async (_, files, message) => {
    const bench = workbench(files);
    const outcome = await bench.run(['--series', 'a', '--title', 'x']);
    expect(outcome).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining(message) as string,
    });
    expect(outcome.message).not.toContain('    at ');
  });

  it('a content folder that is not there', async () => {
    const bench = workbench({});
    bench.remove();
    expect((await bench.run(['umi'])).message).toContain('TSUZUKI_CONTENT');
  });
});

describe('with someone to ask', () => {
  it('the series are listed, newest first, and asked for until there is an answer', async () => {
    const bench = workbench(two);
    const questioner = scripted('3', '山', '２');
    expect(await bench.run([], { questioner })).toMatchObject({ exitCode: 0 });
    expect(questioner.heard[0]).toBe(
      '  1. 風の話  (kaze)\n  2. 海  (umi)\n  0. 新しい作品をはじめる',
    );
    expect(questioner.heard.filter((text) => text.includes('番号か'))).toHaveLength(2);
    expect(await bench.episode('umi/03.md')).toMatchObject({ order: 3 });
  });

  it('the newest is taken when nothing is typed, and one may be named', async () => {
    const bench = workbench(two);
    await bench.run([], { questioner: scripted('') });
    await bench.run([], { questioner: scripted('Umi') });
    expect(bench.list('kaze')).toContain('02.md');
    expect(bench.list('umi')).toContain('03.md');
  });

  it('nobody is asked which, where there is one', async () => {
    const bench = workbench(series({ '01': 1 }));
    expect((await bench.run([], { questioner: scripted() })).exitCode).toBe(0);
    expect(bench.list('umi')).toContain('02.md');
  });

  it('where an extra goes is asked for', async () => {
    const bench = workbench(two);
    const questioner = scripted('7', '2.5');
    await bench.run(['umi', '--extra'], { questioner });
    expect(questioner.heard[0]).toBe('どの話のあとに置きますか（order） [2.5]: ');
    expect(questioner.heard[1]).toContain('after の 7');
    expect(await bench.episode('umi/extra-1.md')).toMatchObject({ after: 2.5 });
  });

  it('a series may be begun from the list', async () => {
    const bench = workbench(two);
    const questioner = scripted('0', '', 'Hill & Dale!', 'umi', '');
    expect((await bench.run([], { questioner })).exitCode).toBe(0);
    expect(questioner.heard.at(-1)).toContain('[hill-dale]');
    expect((await bench.manuscript()).series.map(({ id, title }) => `${id} ${title}`)).toContain(
      'hill-dale Hill & Dale!',
    );
  });

  it('the first series of a site is begun without an argument', async () => {
    const bench = workbench({ 'site.yaml': siteJa });
    expect((await bench.run([], { questioner: scripted('霧の網代', '') })).exitCode).toBe(0);
    expect(bench.list()).toEqual(['site.yaml', '霧の網代']);
  });

  it('what is wrong is said before anything is asked', async () => {
    const bench = workbench(two);
    const questioner = scripted('x', 'y');
    const outcome = await bench.run(['--series', 'search'], { questioner });
    expect(outcome.exitCode).toBe(1);
    expect(questioner.heard).toEqual([]);
  });

  it.each([
    [[], []],
    [[], ['0']],
    [[], ['0', '題']],
    [['umi', '--extra'], []],
    [['--series', 'a'], []],
  ])('leaving early leaves nothing behind: %j %j', async (args, answers) => {
    const bench = workbench(two);
    const outcome = await bench.run(args, { questioner: scripted(...answers) });
    expect(outcome).toEqual({ exitCode: 130, message: 'やめました。何も書いていません。' });
    expect([bench.list(), bench.list('umi'), bench.list('kaze')]).toEqual([
      ['kaze', 'site.yaml', 'umi'],
      ['01.md', '02-5.md', '02.md', 'series.yaml'],
      ['01.md', 'series.yaml'],
    ]);
  });
});
