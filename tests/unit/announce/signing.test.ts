import { afterEach, describe, expect, it } from 'vitest';
import { authorization } from '#src/announce/channels/oauth.ts';
import { recordKey } from '#src/announce/channels/record-key.ts';
import { resetOf } from '#src/announce/rate-limit.ts';
import { openBench, secrets, type Bench } from './bench.ts';

describe('a signature', () => {
  it('is that of the example in the documentation of X', () => {
    // docs.x.com, "Creating a signature": its parameters of the body stand in the query here.
    const query =
      'include_entities=true&status=Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request%21';
    const header = authorization(
      'POST',
      `https://api.twitter.com/1.1/statuses/update.json?${query}`,
      {
        consumerKey: 'xvz1evFS4wEEPTGEFPHBog',
        consumerSecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
        token: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
        tokenSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
        nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg',
        timestamp: 1318622958,
      },
    );
    expect(header).toContain('oauth_signature="hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D"');
    expect(header).toMatch(/^OAuth oauth_consumer_key="xvz1evFS4wEEPTGEFPHBog", oauth_nonce="/);
  });
});

describe('requests', () => {
  let bench: Bench;
  afterEach(() => bench.close());

  it('bear what each service wants to know', async () => {
    bench = await openBench();
    await bench.run('--episode story/4');
    const sent = Object.fromEntries(
      bench.services.requests.filter(({ isPost }) => isPost).map((one) => [one.service, one]),
    );
    expect(sent['mastodon']?.headers).toMatchObject({
      authorization: `Bearer ${secrets.TSUZUKI_MASTODON_TOKEN}`,
      'content-type': 'application/json',
      'idempotency-key': expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(sent['bluesky']?.headers['authorization']).toBe('Bearer session-of-the-writer');
    expect(sent['x']?.headers['authorization']).toMatch(
      /^OAuth oauth_consumer_key="x-api-key-000", .*oauth_token="x-access-token-222"/,
    );
    expect(JSON.parse(sent['x']?.body.toString() ?? '')).toEqual({
      text: `The title of story 続編④\n${bench.services.url}story/4/`,
    });
  });
});

describe('the name of a post on Bluesky', () => {
  it('is a TID, the same for the same episode and no other', () => {
    const date = Date.UTC(2026, 3, 1);
    const keys = Array.from({ length: 1000 }, (_, n) => recordKey(date, `tag:a,2026:b/${n}`));
    expect(new Set(keys).size).toBe(keys.length);
    // https://atproto.com/specs/tid
    const form = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
    expect(keys.filter((key) => !form.test(key))).toEqual([]);
    expect(recordKey(date, 'tag:a,2026:b/7')).toBe(keys[7]);
    expect(recordKey(-5, 'a')).toMatch(form);
    // They are in the order of what they stand for.
    expect(recordKey(date + 1000, 'a') > recordKey(date, 'z')).toBe(true);
  });
});

describe('the end of a rate limit', () => {
  const now = Date.UTC(2026, 3, 1);
  const minute = 60_000;

  it.each<readonly [Readonly<Record<string, string>>, number]>([
    [{}, 15],
    [{ 'retry-after': '600' }, 10],
    [{ 'retry-after': new Date(now + 20 * minute).toUTCString() }, 20],
    [{ 'x-rate-limit-reset': String(now / 1000 + 300) }, 5],
    [{ 'ratelimit-reset': String(now / 1000 + 300), 'retry-after': '360' }, 6],
    [{ 'x-ratelimit-reset': '2026-04-01T00:07:00.000Z' }, 7],
    [{ 'x-user-limit-24hour-reset': String(now / 1000 + 7200) }, 15],
    [
      {
        'x-user-limit-24hour-reset': String(now / 1000 + 7200),
        'x-user-limit-24hour-remaining': '0',
        'x-rate-limit-reset': String(now / 1000 + 300),
      },
      120,
    ],
    // Their clock is an hour ahead of ours.
    [
      {
        date: new Date(now + 60 * minute).toUTCString(),
        'x-rate-limit-reset': String(now / 1000 + 3900),
      },
      5,
    ],
    [{ 'retry-after': '0' }, 1],
    [{ 'retry-after': '-5' }, 1],
    [{ 'retry-after': '1e9' }, 15],
  ])('%j: in %i minutes', (headers, minutes) => {
    expect((resetOf(new Headers(headers), now) - now) / minute).toBeCloseTo(minutes);
  });
});
