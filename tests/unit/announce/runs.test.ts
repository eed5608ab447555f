import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { episode, episodes, later, launch, notice } from '#tests/support/manuscript.ts';
import { counts, emptyBench, openBench, states, type Bench } from './bench.ts';

const isOk = { isAmiss: false };
const isAmiss = { isAmiss: true };
const day = 86_400_000;
let bench: Bench;
afterEach(() => bench.close());

describe('the first run', () => {
  beforeEach(async () => {
    bench = await emptyBench();
  });

  it('announces nothing of what is public already', async () => {
    const { result, printed } = await bench.run();
    expect(result).toEqual(isOk);
    expect(printed).toContain('すでに公開されている 5 話は告知しません');
    expect(bench.services.requests).toEqual([]);
    expect(new Set(states(bench.ledger()).map((line) => line.split(' ')[2]))).toEqual(
      new Set(['skipped']),
    );
    expect(states(bench.ledger())).toHaveLength(15);
  });

  it('may be that of a site with nothing to read', async () => {
    expect((await bench.run('', { entries: [] })).printed).toContain('告知の記録を作りました');
    await bench.run('', { entries: episodes(1) });
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
  });

  it('announces what somebody names', async () => {
    expect((await bench.run('--episode story/2')).result).toEqual(isOk);
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
    await bench.run();
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
  });

  it('needs somewhere to announce', async () => {
    const off = { x: undefined, bluesky: undefined, mastodon: undefined };
    const { result, printed } = await bench.run('', { announce: off });
    expect(result).toEqual(isOk);
    expect(printed).toContain('告知する先がありません');
    expect(printed).not.toContain('記録');
    expect(bench.ledger()).toBeUndefined();
  });
});

describe('what is new', () => {
  beforeEach(async () => {
    bench = await openBench();
  });

  it('is what is public and has no record, whatever its date', async () => {
    const old = episode(0, { date: launch - 1000 * day });
    await bench.run('', { entries: [...episodes(3), old, notice('news', { date: launch - day })] });
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2, x: 2 });
    const before = launch + 3 * day - 1;
    await bench.run('', { now: before });
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2, x: 2 });
    await bench.run('', { now: before + 1 });
    expect(counts(bench.services)).toEqual({ bluesky: 3, mastodon: 3, x: 3 });
  });

  it('is not an episode that has another address, or whose clock is set back', async () => {
    await bench.run();
    const moved = episode(4, { slug: 'fourth', aliases: ['4'], id: '4', seriesId: 'story' });
    await bench.run('', { entries: [...episodes(3), moved, episode(5)] });
    await bench.run('', { now: launch + 10 * day });
    await bench.run('', { now: launch + 3 * day });
    await bench.run();
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2, x: 2 });
  });

  it('is nothing of what was public before a channel was set up, or while it was off', async () => {
    const few = { bluesky: undefined, x: { kind: 'link' } } as const;
    await bench.run('', { announce: few });
    expect(counts(bench.services)).toEqual({ mastodon: 2 });
    expect(states(bench.ledger())).toContain('3 x-link skipped');
    const { printed, result } = await bench.run('', { announce: { x: { kind: 'link' } } });
    expect(result).toEqual(isOk);
    expect(counts(bench.services)).toEqual({ mastodon: 2 });
    expect(printed).toContain('Bluesky を使い始めます');
    expect(states(bench.ledger())).toContain('5 bluesky skipped');
    // Five has a record by now, and six is new.
    await bench.run('', { entries: episodes(6) });
    expect(counts(bench.services)).toEqual({ mastodon: 3, bluesky: 1, x: 1 });
  });

  it('is nothing that a channel was refused before it was switched off and on again', async () => {
    bench.services.behave = ({ service, isPost }) =>
      service === 'mastodon' && isPost ? { status: 403 } : 'accept';
    await bench.run();
    expect(states(bench.ledger())).toContain('4 mastodon failed');
    await bench.run('', { announce: { mastodon: undefined } });
    bench.services.behave = () => 'accept';
    await bench.run();
    expect(counts(bench.services)).toEqual({ bluesky: 2, x: 2 });
  });

  it('is nothing of what came out while no channel was set up', async () => {
    const off = { x: undefined, bluesky: undefined, mastodon: undefined };
    await bench.run('', { announce: off });
    expect((await bench.run('', { entries: episodes(9) })).result).toEqual(isOk);
    expect(bench.services.requests).toEqual([]);
    await bench.run('', { entries: episodes(10) });
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
  });

  it('is nothing that X has by the other way', async () => {
    const link = { announce: { x: { kind: 'link' } } } as const;
    await bench.run();
    bench.writeLedger((bench.ledger() ?? '').replace('  x: {}\n', '  x: {}\n  x-link: {}\n'));
    const { printed } = await bench.run('', link);
    expect(printed).toContain('story/3（');
    expect(printed).not.toMatch(/story\/[45]（/);
    await bench.run('', { ...link, entries: episodes(6) });
    bench.writeLedger((bench.ledger() ?? '').replace('  x-link: {}\n', '  x: {}\n'));
    await bench.run('', { entries: episodes(6) });
    expect(counts(bench.services)['x']).toBe(2);
    const asked = await bench.run('--episode story/6', { entries: episodes(6) });
    expect(asked.printed).toContain('X では告知済みです');
    expect(counts(bench.services)['x']).toBe(2);
  });

  it('is nothing where a channel comes to an empty site', async () => {
    bench.writeLedger('version: 1\nchannels: { x: {} }\nepisodes: {}\nend: true\n');
    const { printed } = await bench.run('', { entries: [] });
    expect(printed).toContain('Mastodon を使い始めます。');
    expect(printed).not.toContain('0 話');
  });

  it('is told of a channel that comes later', async () => {
    bench.writeLedger((bench.ledger() ?? '').replace(/^ +mastodon: .*\n/gm, ''));
    const { printed, result } = await bench.run('', { entries: episodes(4) });
    expect(result).toEqual(isOk);
    expect(printed).toContain('Mastodon を使い始めます。前から公開されている 3 話は');
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
  });
});

describe('many at once', () => {
  beforeEach(async () => {
    bench = await openBench();
  });
  const many = { entries: episodes(9) };

  it('are told and not announced', async () => {
    const { result, printed } = await bench.run('', many);
    expect(result).toEqual(isAmiss);
    expect(printed).toContain('一度に 6 話');
    expect(printed).toContain('story/9（【続編⑨】');
    expect(bench.services.requests).toEqual([]);
    expect((await bench.run('', { entries: episodes(8) })).result).toEqual(isOk);
  });

  it('are announced where that is asked for', async () => {
    expect((await bench.run('--all', many)).result).toEqual(isOk);
    expect(counts(bench.services)).toEqual({ bluesky: 6, mastodon: 6, x: 6 });
  });

  it('are skipped where that is asked for', async () => {
    expect((await bench.run('--skip --channel x', many)).result).toEqual(isOk);
    expect((await bench.run('', many)).printed).not.toContain('X:');
    expect((await bench.run('--skip', many)).result).toEqual(isOk);
    expect((await bench.run('', many)).printed).toBe('新しく告知する話はありません。');
    expect(bench.services.requests).toEqual([]);
  });
});

describe('asked for by name', () => {
  beforeEach(async () => {
    bench = await openBench();
  });

  it('only that channel is served', async () => {
    await bench.run('--channel mastodon');
    expect(counts(bench.services)).toEqual({ mastodon: 2 });
    await bench.run();
    expect(counts(bench.services)).toEqual({ mastodon: 2, bluesky: 2, x: 2 });
  });

  it('only that episode is announced', async () => {
    await bench.run('--episode story/5');
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
    const { result, printed } = await bench.run('--episode story/5');
    expect(result).toEqual(isAmiss);
    expect(printed).toContain('--resend');
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
  });

  it('it is announced again where its channel is named, also on those that know their own', async () => {
    await bench.run();
    const { result, printed } = await bench.run('--episode story/5 --resend');
    expect(result).toEqual(isAmiss);
    expect(printed).toContain('--channel mastodon --resend');
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2, x: 2 });
    for (const channel of ['bluesky', 'mastodon', 'x']) {
      await bench.run(`--episode story/5 --resend --channel ${channel}`);
    }
    expect(counts(bench.services)).toEqual({ bluesky: 3, mastodon: 3, x: 3 });
  });

  it('what nobody knows of is sent again, and not what was announced elsewhere', async () => {
    bench.services.behave = ({ service, isPost }) =>
      service === 'mastodon' && isPost ? { status: 500 } : 'accept';
    await bench.run('', { entries: episodes(4) });
    bench.services.behave = () => 'accept';
    const { result, printed } = await bench.run('--episode story/4 --resend');
    expect(result).toEqual(isOk);
    expect(printed).not.toContain('告知済み');
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
  });

  it('is a refusal no end of what was announced before', async () => {
    await bench.run();
    const before = bench.ledger();
    bench.services.behave = () => ({ status: 403 });
    await bench.run('--episode story/5 --resend --channel x');
    expect(states(bench.ledger())).toEqual(states(before));
  });

  it('what is sent once more is still known by its earlier post', async () => {
    const four = { entries: episodes(4) };
    await bench.run('', four);
    const idOf = (channel: string) =>
      new RegExp(` ${channel}: .* id: ("[^"]+")`).exec(bench.ledger() ?? '')?.[1] ?? 'none';
    const [x, bluesky] = [idOf('x'), idOf('bluesky')];
    bench.services.behave = ({ service, isPost }) =>
      service === 'x' && isPost ? { status: 403, body: '{"detail":"duplicate"}' } : 'accept';
    await bench.run('--episode story/4 --resend --channel x', four);
    expect(bench.ledger()).toMatch(new RegExp(` x: { state: sent, .*id: ${x}, url: "[^"]+" }`));
    // An answer that is lost makes no third post of the next try.
    bench.services.behave = ({ isPost }) => (isPost ? 'accept-and-close' : 'accept');
    await bench.run('--episode story/4 --resend --channel bluesky', four);
    expect(bench.ledger()).toMatch(
      new RegExp(` bluesky: { state: unknown, .*id: ${bluesky}, url: "[^"]+", .*times: 2 }`),
    );
    bench.services.behave = () => 'accept';
    await bench.run('--episode story/4 --resend --channel bluesky', four);
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 1, x: 1 });
  });

  it('what nobody knows of may be settled', async () => {
    bench.services.behave = ({ isPost }) => (isPost ? { status: 500 } : 'accept');
    await bench.run('', { entries: episodes(4) });
    expect(states(bench.ledger()).filter((line) => line.includes('unknown'))).toHaveLength(3);
    const settled = await bench.run('--episode story/4 --skip', { now: later + day });
    expect(settled.result).toEqual(isOk);
    expect(settled.printed).toContain('Mastodon に届いていたので、告知済みとしました');
    expect((await bench.run('', { entries: episodes(4) })).printed).toBe(
      '新しく告知する話はありません。',
    );
    // It is there: it is not made twice, and a month is still charged for it.
    bench.services.behave = () => 'accept';
    expect((await bench.run('--episode story/4')).printed).toContain('告知済み');
    expect(counts(bench.services)).toEqual({});
    await bench.run('', { announce: { x: { kind: 'api', monthly: 1 } } });
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1 });
  });

  it('what a run left behind may be settled at once', async () => {
    const left = '  story/4:\n    x: { state: sending, at: "2126-01-01T09:00:00+09:00" }\n';
    bench.writeLedger(bench.ledger()?.replace('end:', `${left}end:`) ?? '');
    const { result, printed } = await bench.run('--episode story/4 --skip --channel x');
    expect(result).toEqual(isOk);
    expect(printed).toContain('X に届いていたので');
    expect(states(bench.ledger())).toContain('4 x sent');
  });

  it('what nobody knows of may be settled though it is no longer public', async () => {
    bench.services.behave = ({ service, isPost }) =>
      service === 'mastodon' && isPost ? { status: 500 } : 'accept';
    await bench.run('', { entries: episodes(4) });
    bench.services.behave = () => 'accept';
    const gone = { entries: episodes(3) };
    const { result, printed } = await bench.run('', gone);
    expect(result).toEqual(isAmiss);
    expect(printed).toContain('--episode story/4 --channel mastodon --skip');
    expect(printed).not.toContain('--resend');
    await expect(bench.run('--episode story/4 --resend', gone)).rejects.toThrow('story/4');
    await bench.run('--episode story/4 --channel mastodon --skip', gone);
    expect(states(bench.ledger())).toContain('4 mastodon sent');
    expect((await bench.run('', gone)).result).toEqual(isOk);
  });

  it.each([
    ['--channel x-link', '「x-link」は site.yaml の announce で使うことになっていません'],
    ['--episode story/55', '公開中の話はありません'],
    ['--episode stry/5', '「story/5」のことではありませんか'],
  ])('%s may not be there', async (args, words) => {
    await expect(bench.run(args)).rejects.toThrow(words);
    expect(bench.services.requests).toEqual([]);
  });

  it.each(['story/5', 'STORY/5', 'story/5.md', 'content/story/5.md', './content/story/5.md'])(
    '%s is an episode',
    async (name) => {
      expect((await bench.run(`--episode ${name} --dry-run`)).printed).toContain('story/5');
    },
  );
});

describe('only looking', () => {
  it('says all, asks nobody and writes nothing', async () => {
    bench = await emptyBench();
    const first = await bench.run('--dry-run');
    expect(first.printed).toContain('記録を作ります。すでに公開されている 5 話は告知しません');
    expect(first.printed).not.toContain('作りました');
    expect(bench.ledger()).toBeUndefined();
    await bench.run('', { entries: episodes(3) });
    const before = bench.ledger();
    const { printed, result } = await bench.run('--dry-run');
    expect(result).toEqual(isOk);
    expect(printed).toContain(`  The title of story 続編⑤\n  ${bench.services.url}story/5/`);
    for (const channel of ['Bluesky', 'Mastodon', 'X']) {
      expect(printed).toContain(`story/5（【続編⑤】The title of story）: ${channel} で告知します`);
    }
    expect(printed).toContain('ページが見えるかどうかも確かめていません');
    const summary = join(bench.folder, 'summary.md');
    const env = { TSUZUKI_MASTODON_TOKEN: '', GITHUB_STEP_SUMMARY: summary };
    const elsewhere = await bench.run('--dry-run', { env });
    // Whose secrets are kept on GitHub may look at the texts here.
    expect(elsewhere.result).toEqual(isOk);
    expect(elsewhere.printed).toContain('Mastodon で告知します');
    expect(elsewhere.printed).toContain(
      '（TSUZUKI_MASTODON_TOKEN）がないので、ここで動かせば 2 話が',
    );
    expect(existsSync(summary)).toBe(false);
    expect(bench.ledger()).toBe(before);
    expect(bench.services.requests).toEqual([]);
  });
});

describe('a run in GitHub Actions', () => {
  it('says what is amiss, and what to do, on its page', async () => {
    bench = await openBench();
    const summary = join(bench.folder, 'summary.md');
    const env = { GITHUB_STEP_SUMMARY: summary, GITHUB_ACTIONS: 'true' };
    bench.services.behave = ({ service, isPost }) =>
      service === 'mastodon' && isPost ? { status: 500, body: '{"error":"100%\\n<b>"}' } : 'accept';
    const { printed } = await bench.run('', { env, entries: episodes(4) });
    const warnings = printed.split('\n').filter((line) => line.startsWith('::warning::'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('100%25 <b>');
    expect(warnings[0]).toContain('%0A  なければ: npm run announce -- --episode story/4');
    const markdown = readFileSync(summary, 'utf8');
    expect(markdown).toMatch(/^\n## 確かめること\n\n- story&#47;4（/);
    expect(markdown).toContain('<br>なければ&#58; npm run announce');
    expect(markdown).not.toContain('<b>');
    // Also on the pages of the next runs, and what waits.
    bench.services.behave = () => 'accept';
    await bench.run('', { env: { ...env, TSUZUKI_BLUESKY_PASSWORD: '' } });
    const next = readFileSync(summary, 'utf8').slice(markdown.length);
    expect(next).toContain('届いたかどうか分からないままの話があります');
    expect(next).toContain('TSUZUKI&#95;BLUESKY&#95;PASSWORD');
    await bench.run('--episode story/4 --skip', { env });
    await bench.run('', { env });
    expect(readFileSync(summary, 'utf8')).toHaveLength(markdown.length + next.length);
  });
});

describe('the ceiling of a month', () => {
  beforeEach(async () => {
    bench = await openBench();
  });
  const x = (monthly: number) => ({ announce: { x: { kind: 'api', monthly } } }) as const;
  const november = Date.UTC(2026, 10, 30, 14);
  const posted = () => counts(bench.services)['x'] ?? 0;

  it('holds back what is beyond it until the next, by the zone of the site', async () => {
    const { result, printed } = await bench.run('', { ...x(1), now: november });
    expect(result).toEqual(isAmiss);
    expect(printed).toContain('今月の上限（1 件）に達したので、1 話は来月まで待ちます');
    expect(posted()).toBe(1);
    await bench.run('', { ...x(1), now: november + 3_599_999 });
    expect(posted()).toBe(1);
    // Midnight in Tokyo.
    expect((await bench.run('', { ...x(1), now: november + 3_600_000 })).result).toEqual(isOk);
    expect(posted()).toBe(2);
  });

  it('is not what keeps from posting who has no keys', async () => {
    const lacking = { ...x(1), env: { TSUZUKI_X_API_KEY: '' }, now: november };
    const { result, printed } = await bench.run('--channel x', lacking);
    expect(result).toEqual(isAmiss);
    expect(printed).toContain('TSUZUKI_X_API_KEY に入れてください');
    expect(printed).toContain('2 話が待っています');
    expect(printed).not.toContain('上限');
    await bench.run('--channel x --episode story/4', { ...x(1), now: november });
    const full = await bench.run('--channel x', lacking);
    expect(full.printed).toContain('TSUZUKI_X_API_KEY に入れてください');
    expect(full.printed).not.toMatch(/上限|0 話/);
  });

  it('counts each time that something was sent', async () => {
    await bench.run('--episode story/4', { ...x(3), now: november });
    await bench.run('--episode story/4 --resend --channel x', { ...x(3), now: november });
    expect(bench.ledger()).toMatch(/ x: \{ state: sent, .*times: 2 \}/);
    await bench.run('', { ...x(3), now: november, entries: episodes(7) });
    expect(posted()).toBe(3);
  });

  it('counts what may have been charged for, and what a clock set back calls the future', async () => {
    bench.services.behave = ({ service }) => (service === 'x' ? { status: 500 } : 'accept');
    await bench.run('', { ...x(1), now: november });
    bench.services.behave = () => 'accept';
    await bench.run('', { ...x(1), now: november });
    await bench.run('', { ...x(1), now: november - 20 * day });
    expect(posted()).toBe(0);
    // Years back it is no month any more, and blocks nothing.
    await bench.run('', { ...x(1), now: november - 100 * day });
    expect(posted()).toBe(1);
  });
});

describe('a rate limit and a clock', () => {
  beforeEach(async () => {
    bench = await openBench();
  });
  const now = Date.UTC(2026, 10, 30, 14);

  it.each([
    ['in ten years', { 'retry-after': '315360000' }],
    ['at an absurd date', { 'x-rate-limit-reset': '99999999999' }],
    ['never', { 'retry-after': 'soon' }],
    ['in the past', { 'ratelimit-reset': '1' }],
  ])('that ends %s is over in a day', async (_, headers) => {
    bench.services.behave = () => ({ status: 429, headers });
    await bench.run('', { now });
    bench.services.behave = () => 'accept';
    await bench.run('', { now: now + 30_000 });
    expect(counts(bench.services)).toEqual({});
    await bench.run('', { now: now + day });
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2, x: 2 });
  });

  it('does not block for years where the clock is set back', async () => {
    bench.services.behave = () => ({ status: 429 });
    await bench.run('', { now: now + 3000 * day });
    bench.services.behave = () => 'accept';
    await bench.run('', { now });
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2, x: 2 });
    await bench.run('', { now: now - day });
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2, x: 2 });
  });
});
