import { describe, expect, it } from 'vitest';
import { counts, states } from './bench.ts';
import { openCommandBench } from './command-bench.ts';

describe('a run that is killed', () => {
  it('when a post was accepted, and nothing was noted of that', async () => {
    const bench = await openCommandBench();
    await bench.run([], { KILL_BEHIND: 'api/v1/statuses' });
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1 });
    expect(states(bench.ledger())).toEqual(['1 bluesky sent', '1 mastodon sending']);
    const { stdout, code } = await bench.run();
    expect(code).toBe(1);
    expect(stdout).toContain('前の回が Mastodon に送る途中で止まり');
    expect(stdout).toContain('--episode story/1 --channel mastodon --resend');
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
    expect(states(bench.ledger())).toEqual(['1 bluesky sent', '1 mastodon unknown', '1 x sent']);
    await bench.close();
  });
});

describe('two runs at once', () => {
  it('announce once', async () => {
    const bench = await openCommandBench();
    const runs = await Promise.all([bench.run(), bench.run()]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
    const idle = runs.filter(({ stdout }) => stdout.includes('新しく告知する話はありません'));
    expect(idle).toHaveLength(1);
    await bench.close();
  });
});
