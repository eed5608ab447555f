import { describe, expect, it } from 'vitest';
import { states } from './bench.ts';
import { killAndGoOn, openCommandBench } from './command-bench.ts';

/** Runs at once: there are two cores, and a run waits for its disk now and then. */
const lanes = 3;

/** More steps than a run has. */
const tooMany = 400;

describe.each([
  ['the services', {}, ['bluesky', 'mastodon', 'x']],
  ['a link for X', { x: undefined, bluesky: false, mastodon: false }, ['x-link']],
] as const)('a run for %s that is killed at any step', (_, announce, channels) => {
  it('announces nothing twice, forgets nothing, and says what it found', async () => {
    let next = 0;
    let last = Number.POSITIVE_INFINITY;
    const lane = async () => {
      while (next < Math.min(last, tooMany)) {
        const step = next;
        next += 1;
        if (!(await isKilledAt(step, announce, channels))) last = Math.min(last, step);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    expect(last).toBeGreaterThan(channels.length * 20);
    expect(last).toBeLessThan(tooMany);
  });
});

async function isKilledAt(
  step: number,
  announce: Readonly<Record<string, unknown>>,
  channels: readonly string[],
): Promise<boolean> {
  const bench = await openCommandBench(announce);
  const { isKilled, after } = await killAndGoOn(bench, { KILL_AT: String(step) });
  const ledger = states(bench.ledger());
  for (const channel of channels) {
    const where = `step ${step}, ${channel}`;
    const accepted = bench.services.posts.filter(({ service }) => service === channel).length;
    const state = ledger.find((line) => line.startsWith(`1 ${channel} `))?.split(' ')[2];
    expect(accepted, where).toBeLessThanOrEqual(1);
    if (state === 'unknown') {
      expect(after.stdout, where).toContain(`--episode story/1 --channel ${channel} --resend`);
    } else {
      expect(state, where).toBe('sent');
      expect(accepted, where).toBe(channel === 'x-link' ? 0 : 1);
    }
  }
  expect(after.stderr, `step ${step}`).toBe('');
  const hasUnknown = ledger.some((line) => line.endsWith('unknown'));
  expect(after.code, `step ${step}: ${after.stdout}`).toBe(hasUnknown ? 1 : 0);
  // Whatever came of it, there is nothing left to do.
  if (step % 10 === 0) {
    const { length } = bench.services.posts;
    expect((await bench.run()).code).toBe(hasUnknown ? 1 : 0);
    expect(bench.services.posts).toHaveLength(length);
  }
  await bench.close();
  return isKilled;
}
