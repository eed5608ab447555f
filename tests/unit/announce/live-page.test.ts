import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLivePages } from '#src/announce/live-page.ts';
import { readPageHead } from '#src/announce/page-head.ts';
import { counts, openBench, states, type Bench } from './bench.ts';
import type { Behaviour } from './services.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

describe('before anything is announced', () => {
  it.each<readonly [Behaviour, string]>([
    [{ status: 404 }, '404'],
    [{ status: 500 }, '500'],
    [{ status: 204 }, '204'],
    [{ status: 301, headers: { location: '/elsewhere/' } }, 'へ移されます'],
    [{ status: 200, body: '<link rel="canonical" href="/story/new/">' }, 'へ移されます'],
    ['hang', '返事がありません'],
    ['close', '返事が途切れました'],
  ])('its page is looked at: %j', async (behaviour, words) => {
    bench.services.page = (path) => (path === '/story/4/' ? behaviour : 'accept');
    const { result, printed } = await bench.run();
    expect(result).toEqual({ isAmiss: true });
    expect(printed).toContain(words);
    // Once, though three channels wait for it.
    expect(printed.split('ページがまだ見えない')).toHaveLength(2);
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
    expect(states(bench.ledger()).filter((line) => line.startsWith('4 '))).toEqual([]);
    bench.services.page = () => 'accept';
    await bench.run();
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2, x: 2 });
  });

  it('a page is at its address, whether or not that is percent-encoded', async () => {
    bench.services.page = (path) => ({
      status: 200,
      body: `<link rel="canonical" href="${path.replaceAll('%28', '(')}">`,
    });
    const settings = { url: `${bench.services.url}a(b/` };
    expect((await bench.run('', { settings })).result).toEqual({ isAmiss: false });
    expect(bench.services.posts[0]?.text).toContain('/a%28b/story/4/');
  });

  it('a page without a canonical address is as good', async () => {
    bench.services.page = () => ({ status: 200, body: 'here' });
    expect((await bench.run()).result).toEqual({ isAmiss: false });
  });
});

describe('a page that is not there yet', () => {
  it('is asked for again after growing pauses, all together no longer than one waits', async () => {
    const pauses: number[] = [];
    const pause = (duration: number) => {
      pauses.push(duration);
      return Promise.resolve();
    };
    let missing = 3;
    bench.services.page = () => ((missing -= 1) >= 0 ? { status: 404 } : 'accept');
    const pageAt = createLivePages({ timeLimit: 400, patience: 10_000, pause });
    expect(await pageAt(`${bench.services.url}story/4/`)).toMatchObject({ kind: 'live' });
    expect(pauses).toEqual([1000, 2000, 4000]);
    bench.services.page = () => ({ status: 404 });
    expect(await pageAt(`${bench.services.url}story/5/`)).toMatchObject({ kind: 'absent' });
    expect(await pageAt(`${bench.services.url}story/6/`)).toMatchObject({ kind: 'absent' });
    // The requests themselves take a little of the time.
    expect(pauses.map((duration) => Math.round(duration / 1000))).toEqual([1, 2, 4, 1, 2]);
    expect(pauses.reduce((sum, duration) => sum + duration)).toBeLessThan(10_000);
    const { length } = bench.services.requests;
    await pageAt(`${bench.services.url}story/6/`);
    expect(bench.services.requests).toHaveLength(length);
  });
});

describe('a page that hangs', () => {
  it('takes no longer than one waits, and one request more', async () => {
    bench.services.page = () => 'hang';
    const pageAt = createLivePages({
      timeLimit: 50,
      patience: 120,
      pause: () => Promise.resolve(),
    });
    const begin = performance.now();
    expect(await pageAt(`${bench.services.url}story/4/`)).toMatchObject({ kind: 'absent' });
    expect(performance.now() - begin).toBeLessThan(1000);
    expect(bench.services.requests.length).toBeLessThanOrEqual(3);
  });
});

describe('the card of a page', () => {
  it('is what the page says of itself', async () => {
    await bench.run('--channel bluesky --episode story/4');
    const [post] = bench.services.posts;
    expect(post?.body).toMatchObject({
      repo: 'did:plc:writer',
      collection: 'app.bsky.feed.post',
      record: {
        langs: ['ja'],
        embed: {
          $type: 'app.bsky.embed.external',
          external: {
            uri: `${bench.services.url}story/4/`,
            title: 'A & B </story/4/>',
            description: '霧の"夜"',
            thumb: { $type: 'blob', mimeType: 'image/jpeg', size: 'picture'.length },
          },
        },
      },
    });
  });

  it('is not what stands in its text', () => {
    const head = readPageHead(
      '<head><meta property="og:title" content="a"></head><body><meta property="og:image" content="b">',
    );
    expect(head).toEqual({
      canonical: undefined,
      title: 'a',
      description: undefined,
      image: undefined,
    });
  });
});
