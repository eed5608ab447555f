import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { episode, now, scripted, series, siteEn, workbench } from './workbench.ts';

describe('the next episode', () => {
  it('is a draft with a place, a date and no text yet', async () => {
    const bench = workbench(series({ '01': 1, '02': 2 }));
    const { exitCode, message } = await bench.run(['umi']);
    expect(exitCode).toBe(0);
    expect(message).toContain('content/umi/03.md');
    expect(message).toContain('npm run dev');
    expect(message).toContain('draft: true');
    expect(await bench.episode('umi/03.md')).toMatchObject({
      order: 3,
      draft: true,
      date: now,
      title: undefined,
      arc: undefined,
      body: { isEmpty: true },
    });
  });

  it.each(['', '--extra', '--notice'])('is never published as it stands %s', async (option) => {
    const bench = workbench(series({ '01': 1 }));
    const before = bench.list('umi');
    await bench.run(['umi', ...(option === '' ? [] : [option])]);
    const [name = ''] = bench.list('umi').filter((file) => !before.includes(file));
    const draft = bench.read(`umi/${name}`);
    const published = draft.replace(/^draft: true.*\n/m, '');
    bench.write(`umi/${name}`, published);
    await expect(bench.manuscript()).rejects.toThrow('body-empty');
    bench.write(`umi/${name}`, `${published}\n霧の夜だった。\n`);
    expect((await bench.episode(`umi/${name}`)).body.isEmpty).toBe(false);
  });

  it('counts drafts, what is scheduled and decimals', async () => {
    const bench = workbench({
      ...series({ '01': 1 }),
      'umi/02.md': '---\norder: 2\ndraft: true\n---\n\n本文\n',
      'umi/03.md': '---\norder: 5.5\ndate: 2099-01-01\n---\n\n本文\n',
    });
    await bench.run(['umi']);
    expect(await bench.episode('umi/06.md')).toMatchObject({ order: 6 });
  });

  it('goes on in the arc of the last one, or in the one that is asked for', async () => {
    const arcs = 'title: 海\narcs:\n  - {id: one, title: 一}\n  - {id: two, title: 二}\n';
    const bench = workbench({ ...series({}, arcs), 'umi/01.md': episode('order: 1\narc: one') });
    await bench.run(['umi']);
    await bench.run(['umi', '--arc', 'two', '--title', '鍵: 口']);
    await bench.run(['umi']);
    expect(await bench.episode('umi/02.md')).toMatchObject({ arc: 'one' });
    expect(await bench.episode('umi/03.md')).toMatchObject({ arc: 'two', title: '鍵: 口' });
    expect(await bench.episode('umi/04.md')).toMatchObject({ arc: 'two' });
    expect((await bench.run(['umi', '--arc', 'twp'])).message).toContain('「two」');
  });

  it('takes a date and a name, and the series by the path of its folder', async () => {
    const bench = workbench(series({ '01': 1 }));
    await bench.run(['content/UMI/', '--date', '2027-01-02T07:00', '--slug', 'か\u3099']);
    const { date, slug } = await bench.episode('umi/が.md');
    expect({ date, slug }).toEqual({ date: Date.UTC(2027, 0, 1, 22), slug: 'が' });
  });

  it('does not repeat the order of a file that has mistakes in it', async () => {
    const bench = workbench({
      ...series({ '01': 1 }),
      'umi/02.md': '---\norder: 7\ndate: 2026-13-01\n---\n\n本文\n',
      'umi/09.md': 'order: 9',
    });
    const { message } = await bench.run(['umi']);
    expect(bench.read('umi/10.md')).toContain('order: 10');
    expect(message).toContain('content/umi/02.md、content/umi/09.md');
  });

  it('is written in the language and time zone of the site', async () => {
    const bench = workbench({ ...series({ '01': 1 }), 'site.yaml': siteEn });
    const { message } = await bench.run(['umi'], { language: 'en' });
    expect(message).toMatch(/^Created content\/umi\/02\.md \(order: 2\)\./);
    expect(bench.read('umi/02.md')).toContain('date: 2026-11-22T11:00 # when it is published');
    expect(bench.read('umi/02.md')).not.toMatch(/[ぁ-ん]/);
  });
});

describe('an extra', () => {
  const files = series({ '01': 1, '02': 2, '03': 3 });

  it('follows the last episode, or the one that is named', async () => {
    const bench = workbench(files);
    await bench.run(['umi', '--extra']);
    await bench.run(['umi', '--extra', '--after', '２']);
    expect(await bench.episode('umi/extra-1.md')).toMatchObject({ kind: 'extra', after: 3 });
    expect(await bench.episode('umi/extra-2.md')).toMatchObject({ kind: 'extra', after: 2 });
  });

  it.each([
    ['9', 'いちばん近いのは 3 です'],
    ['two', '順番に使えません'],
  ])('cannot follow %s', async (after, message) => {
    const bench = workbench(files);
    const outcome = await bench.run(['umi', '--extra', '--after', after]);
    expect(outcome).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining(message) as string,
    });
    expect(bench.list('umi')).toHaveLength(4);
  });

  it('needs an episode to follow', async () => {
    const bench = workbench({ ...series({}), 'umi/a.md': episode('kind: notice') });
    expect(await bench.run(['umi', '--extra'])).toMatchObject({ exitCode: 1 });
  });
});

it('a notice needs no place', async () => {
  const bench = workbench(series({ '01': 1 }));
  expect((await bench.run(['umi', '--notice', '--title', 'お休み'])).exitCode).toBe(0);
  expect(await bench.episode('umi/notice-1.md')).toMatchObject({ kind: 'notice', title: 'お休み' });
});

describe('nothing is overwritten', () => {
  it('not a file of that name', async () => {
    const bench = workbench(series({ '01': 1, '03': 2 }));
    await bench.run(['umi']);
    expect(bench.list('umi')).toEqual(['01.md', '03-2.md', '03.md', 'series.yaml']);
    expect(await bench.episode('umi/03-2.md')).toMatchObject({ order: 3 });
  });

  it('nor one that differs in case or normal form', async () => {
    const bench = workbench({
      ...series({ だい1: 1 }),
      ['umi/だい2.MD'.normalize('NFD')]: episode('order: 1.5'),
    });
    await bench.run(['umi']);
    expect(bench.list('umi')).toContain('だい2-2.md');
    await bench.manuscript();
    const outcome = await bench.run(['umi', '--slug', 'ダイ'.toLowerCase()]);
    expect(outcome.exitCode).toBe(0);
    expect(await bench.run(['umi', '--slug', 'ダイ'.normalize('NFD')])).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('すでに使われています') as string,
    });
  });

  it('nor an address, former address or id', async () => {
    const bench = workbench({
      ...series({}),
      'umi/a.md': episode('order: 1\nslug: "02"'),
      'umi/b.md': episode('order: 0.5\nid: 02-2'),
      'umi/c.md': episode('order: 0.6\naliases: 02-3'),
    });
    await bench.run(['umi']);
    expect(bench.list('umi')).toContain('02-4.md');
    await bench.manuscript();
  });

  it('nor what somebody else writes at the same time', async () => {
    const bench = workbench(series({ '01': 1 }));
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => bench.run(['umi'])));
    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual(Array(8).fill(0));
    const { episodes } = await bench.manuscript();
    expect(episodes.map((entry) => entry.kind === 'episode' && entry.order)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });
});

it('what the system does not let us write is told of, without a stack trace', async () => {
  const bench = workbench(series({ '01': 1 }));
  const questioner = {
    ...scripted(),
    ask() {
      rmSync(`${bench.dir}/umi`, { recursive: true });
      return Promise.resolve('');
    },
  };
  expect(await bench.run(['umi', '--extra'], { questioner })).toEqual({
    exitCode: 1,
    message:
      'content/umi/extra-1.md に書き込めません（ENOENT）。書き込む権限と、空き容量を確かめてください。',
  });
});
