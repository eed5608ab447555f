import { afterEach, beforeEach, expect, it } from 'vitest';
import { counts, openBench, states, type Bench } from './bench.ts';
import { deadAddress, type Behaviour, type Service } from './services.ts';

export type PostService = Exclude<Service, 'site'>;

const isOk = { isAmiss: false };
const isAmiss = { isAmiss: true };
const all = { bluesky: 2, mastodon: 2, x: 2 };

/** What a service may do that leaves open whether a post is public, and how it may refuse one. */
export interface Misbehaviour {
  readonly silent: readonly Behaviour[];
  readonly refusing: readonly number[];
}

/** Tells of one service what is to hold for each. */
export function describeService(service: PostService, { silent, refusing }: Misbehaviour): void {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const others = Object.fromEntries(Object.entries(all).filter(([name]) => name !== service));
  const stateOf = (episode: number) =>
    states(bench.ledger()).find((line) => line.startsWith(`${episode} ${service} `));
  const misbehave = (behaviour: Behaviour) => {
    bench.services.behave = (request) =>
      request.service === service && request.isPost ? behaviour : 'accept';
  };
  const recover = () => {
    bench.services.behave = () => 'accept';
  };

  it.each<Behaviour>([...silent])(
    '%j: nobody knows, and it is not sent again by itself',
    async (behaviour) => {
      misbehave(behaviour);
      const { result, printed } = await bench.run();
      expect(result).toEqual(isAmiss);
      expect(stateOf(4)).toBe(`4 ${service} unknown`);
      // What comes behind it waits, and the others have theirs.
      expect(stateOf(5)).toBeUndefined();
      expect(counts(bench.services)).toMatchObject(others);
      expect(printed).toContain(`--episode story/4 --channel ${service} --resend`);
      const isTaken = typeof behaviour === 'string' && behaviour.startsWith('accept');
      expect(counts(bench.services)[service]).toBe(isTaken ? 1 : undefined);
      recover();
      const again = await bench.run();
      expect(again.result).toEqual(isAmiss);
      expect(again.printed).toContain('届いたかどうか分からないままの話があります');
      expect(stateOf(5)).toBe(`5 ${service} sent`);
      expect(counts(bench.services)[service]).toBe(isTaken ? 2 : 1);
      expect(stateOf(4)).toBe(`4 ${service} unknown`);
      // Until somebody who has looked says so.
      const asked = await bench.run('--episode story/4');
      expect(asked.result).toEqual(isAmiss);
      await bench.run('--episode story/4 --resend');
      // Two of them know a post that they have; Bluesky does not say so.
      const isKnown = isTaken && service !== 'x';
      expect(counts(bench.services)[service]).toBe((isTaken ? 2 : 1) + (isKnown ? 0 : 1));
      const isTold = !(isKnown && service === 'bluesky');
      expect(stateOf(4)).toBe(`4 ${service} ${isTold ? 'sent' : 'unknown'}`);
    },
  );

  it.each([...refusing])('%i: it was not taken, is told, and is tried again', async (status) => {
    misbehave({
      status,
      headers: { location: `${bench.services.url}elsewhere/` },
      body: '{"error":"no,\\u0000 not\\nso"}',
    });
    const { result, printed } = await bench.run();
    expect(result).toEqual(isAmiss);
    expect(stateOf(4)).toBe(`4 ${service} failed`);
    expect(printed).toContain(String(status));
    expect(printed).toContain('no, not so');
    expect(counts(bench.services)).toEqual(others);
    expect(bench.services.requests.some(({ path }) => path === '/elsewhere/')).toBe(false);
    recover();
    expect((await bench.run()).result).toEqual(isOk);
    expect(counts(bench.services)).toEqual(all);
  });

  it('is left alone by itself, not the others, until a rate limit is over', async () => {
    const now = Date.UTC(2026, 11, 1, 9);
    const reset = {
      bluesky: { 'ratelimit-reset': String(now / 1000 + 1200) },
      mastodon: { 'x-ratelimit-reset': new Date(now + 1_200_000).toISOString() },
      x: { 'x-rate-limit-reset': String(now / 1000 + 1200) },
    }[service];
    misbehave({ status: 429, headers: { ...reset, date: new Date(now).toUTCString() } });
    const first = await bench.run('', { now });
    expect(first.result).toEqual(isAmiss);
    expect(first.printed).toContain('2026-12-01 18:20');
    expect(counts(bench.services)).toEqual(others);
    expect(stateOf(4)).toBeUndefined();
    recover();
    const asked = bench.services.requests.length;
    const early = await bench.run('', { now: now + 1_190_000 });
    expect(early.result).toEqual(isAmiss);
    expect(early.printed).toContain('2026-12-01 18:20 まで待ちます（2 話）');
    expect(bench.services.requests.length).toBe(asked);
    expect((await bench.run('', { now: now + 1_200_000 })).result).toEqual(isOk);
    expect(counts(bench.services)).toEqual(all);
    expect(bench.ledger()).not.toContain('paused-until');
  });

  it('may not be there at all', async () => {
    const dead = await deadAddress();
    const change = {
      bluesky: { announce: { bluesky: { handle: 'a.b', service: dead } } },
      mastodon: { announce: { mastodon: { server: dead } } },
      x: { env: { TSUZUKI_X_API: dead } },
    }[service];
    const { result, printed } = await bench.run('', change);
    expect(result).toEqual(isAmiss);
    expect(printed).toContain('つながりません: ECONNREFUSED');
    expect(stateOf(4)).toBe(`4 ${service} failed`);
    expect(counts(bench.services)).toEqual(others);
    expect((await bench.run()).result).toEqual(isOk);
    expect(counts(bench.services)).toEqual(all);
  });
}
