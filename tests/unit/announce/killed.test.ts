import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '#src/announce/arguments.ts';
import { wordsFor } from '#src/announce/words.ts';
import { announceProject } from '#src/integration/announce-project.ts';
import { readProject } from '#src/integration/project.ts';
import { projectRoot } from '#tests/support/build-site.ts';
import { counts, secrets, states } from './bench.ts';
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
    // By the clock, though TSUZUKI_NOW names another day.
    const post = bench.services.posts.find(({ service }) => service === 'bluesky');
    const { createdAt } = (post?.body as { record: { createdAt: string } }).record;
    expect(Math.abs(Date.parse(createdAt) - Date.now())).toBeLessThan(60_000);
    await bench.close();
  });

  it('of two checkouts with one content folder keep apart', async () => {
    const bench = await openCommandBench();
    let waited = 0;
    const printed: string[] = [];
    const run = (workDir: string) => {
      const env = { ...secrets, TSUZUKI_CONTENT: bench.folder, TSUZUKI_X_API: bench.services.url };
      const args = readArguments(['--wait', '0'], wordsFor.ja);
      if (args === 'help') throw new Error('not a run');
      return announceProject({
        project: { ...readProject(projectRoot, env), workDir },
        ...{ args, env, language: 'ja', print: (text) => printed.push(text) },
        onWait: () => (waited += 1),
      });
    };
    await Promise.all([run(join(bench.folder, '.one')), run(join(bench.folder, '.other'))]);
    expect(waited).toBe(1);
    expect(printed.at(-1)).toBe('新しく告知する話はありません。');
    expect(counts(bench.services)).toEqual({ bluesky: 1, mastodon: 1, x: 1 });
    // Where no lock can be, nothing is sent.
    rmSync(join(bench.folder, 'announcements.yaml'));
    mkdirSync(join(bench.folder, '.announcements.yaml.lock'));
    const { findings } = await run(join(bench.folder, '.one'));
    expect(findings).toEqual([
      { code: 'ledger-unwritable', file: 'announcements.yaml', values: { reason: 'EISDIR' } },
    ]);
    await bench.close();
  });
});
