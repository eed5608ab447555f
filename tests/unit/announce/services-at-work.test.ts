import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { episodes } from '#tests/support/manuscript.ts';
import { counts, openBench, states, type Bench } from './bench.ts';
import type { Behaviour } from './services.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const isOk = { isAmiss: false };
const isAmiss = { isAmiss: true };
const all = { bluesky: 2, mastodon: 2, x: 2 };

describe('services that are well', () => {
  it('get each new episode once, the oldest first', async () => {
    const { result } = await bench.run();
    expect(result).toEqual(isOk);
    expect(counts(bench.services)).toEqual(all);
    const texts = bench.services.posts.filter(({ service }) => service === 'x');
    expect(texts.map(({ text }) => text)).toEqual([
      `The title of story 続編④\n${bench.services.url}story/4/`,
      `The title of story 続編⑤\n${bench.services.url}story/5/`,
    ]);
    expect((await bench.run()).printed).toBe('新しく告知する話はありません。');
    expect(counts(bench.services)).toEqual(all);
  });
});

describe('a ledger that was lost, as with a machine that kept nothing', () => {
  it('makes no service that knows its own posts publish them twice', async () => {
    const kept = bench.ledger() ?? '';
    await bench.run();
    bench.writeLedger(kept);
    bench.services.behave = ({ service, isPost }) =>
      service === 'x' && isPost ? { status: 403, body: '{"detail":"duplicate"}' } : 'accept';
    const { printed } = await bench.run();
    expect(counts(bench.services)).toEqual(all);
    expect(printed).toContain('届いたかどうか分かりません');
  });
});

describe('a repetition that X refuses', () => {
  it.each([
    '{"detail":"You are not allowed to create a Tweet with duplicate content.","status":403}',
    '{"errors":[{"code":187,"message":"Status is a duplicate."}]}',
  ])('means that it is there: %s', async (body) => {
    bench.services.behave = ({ service, isPost }) =>
      service === 'x' && isPost ? { status: 403, body } : 'accept';
    const { result, printed } = await bench.run();
    expect(result).toEqual(isOk);
    expect(printed).toContain('同じ文がもうあるので');
    expect(states(bench.ledger())).toContain('4 x sent');
    bench.services.behave = () => 'accept';
    await bench.run();
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2 });
  });
});

describe('a refusal that would last', () => {
  it.each([
    ['mastodon', 401, '開発）、TSUZUKI_MASTODON_TOKEN に'],
    ['bluesky', 401, 'プライバシーとセキュリティ）、TSUZUKI_BLUESKY_PASSWORD に'],
    ['x', 401, 'TSUZUKI_X_API_KEY、'],
    ['mastodon', 422, 'template を短く'],
  ])('tells what to do: %s, %i', async (channel, status, remedy) => {
    bench.services.behave = ({ service }) => (service === channel ? { status } : 'accept');
    const { printed } = await bench.run('', { entries: episodes(4) });
    expect(printed).toContain(remedy);
  });

  it('is one of a text that is too long', async () => {
    const template = `${'長'.repeat(200)} {url}`;
    const { printed } = await bench.run('--channel x', { announce: { template } });
    expect(printed).toContain('題名をすべて削っても長すぎます');
    expect(printed).toContain('template を短く');
    expect((await bench.run('--dry-run', { announce: { template } })).printed).toContain(
      'template を短く',
    );
  });
});

describe('Bluesky before it is asked to post', () => {
  it.each<readonly [Behaviour, string]>([
    [{ status: 401, body: '{"message":"Invalid identifier or password"}' }, 'Invalid identifier'],
    [{ status: 500 }, '500'],
    ['close', '返事が途切れました'],
    ['accept-and-babble', '返事の中身がおかしい'],
  ])('%j: nothing was sent, and all is tried again', async (behaviour, words) => {
    bench.services.behave = ({ path }) => (path.endsWith('createSession') ? behaviour : 'accept');
    const { result, printed } = await bench.run();
    expect(result).toEqual(isAmiss);
    expect(printed).toContain(words);
    expect(states(bench.ledger())).toContain('4 bluesky failed');
    expect(counts(bench.services)).toEqual({ mastodon: 2, x: 2 });
    bench.services.behave = () => 'accept';
    expect((await bench.run()).result).toEqual(isOk);
    expect(counts(bench.services)).toEqual(all);
  });

  it.each<Behaviour>([{ status: 500 }, 'accept-and-babble'])(
    'does without the picture of a card where that fails: %j',
    async (behaviour) => {
      bench.services.behave = ({ path }) => (path.endsWith('uploadBlob') ? behaviour : 'accept');
      const { result, printed } = await bench.run('', { entries: episodes(4) });
      expect(result).toEqual(isOk);
      expect(printed).toContain('カードの絵は付けられませんでした');
      expect(counts(bench.services)).toMatchObject({ bluesky: 1 });
    },
  );
});
