import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/support/build-site.ts';
import { runStep } from './commands.ts';

const answers = {
  'switched on': `echo 'workflow https://me.github.io/novels/'`,
  'built from a branch': `echo 'legacy https://me.github.io/novels/'`,
  'not there': `echo 'gh: Not Found (HTTP 404)' >&2; exit 1`,
  'not known': `echo 'gh: Bad gateway (HTTP 502)' >&2; exit 1`,
} as const;

describe('where a repository publishes', () => {
  it('is GitHub Pages where that is switched on', async () => {
    const { code, output, summary } = await where('switched on');
    expect(code).toBe(0);
    expect(output).toBe('url=https://me.github.io/novels/\nhost=pages\n');
    expect(summary).toBe('');
  });

  it.each(['not there', 'built from a branch'] as const)(
    'is nowhere where Pages are %s, and that is told',
    async (pages) => {
      const { code, output, summary } = await where(pages);
      expect(code).toBe(0);
      expect(output).toMatch(/^host=none$/m);
      expect(summary).toContain('docs/publishing.ja.md');
      expect(summary).toContain('docs/publishing.md');
    },
  );

  it('is elsewhere where the writer says so', async () => {
    const { code, output } = await where('not known', { TSUZUKI_HOST: 'elsewhere' });
    expect(code).toBe(0);
    expect(output).toMatch(/^host=elsewhere\nmoment=.+\n$/);
  });

  it('is not guessed where GitHub does not answer', async () => {
    const { code, output, said } = await where('not known');
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(said).toContain('HTTP 502');
  });
});

describe('the moment for a host that builds by itself', () => {
  it.each(['schedule', 'workflow_dispatch'])(
    'is now where it is still to be asked: %s',
    async (event) => {
      const before = Math.floor(Date.now() / 1000) * 1000;
      const { output } = await where('not known', {
        TSUZUKI_HOST: 'elsewhere',
        GITHUB_EVENT_NAME: event,
      });
      const [, moment = ''] = /^moment=(.+)$/m.exec(output) ?? [];
      expect(Date.parse(moment)).toBeGreaterThanOrEqual(before);
      expect(Date.parse(moment)).toBeLessThanOrEqual(Date.now());
    },
  );

  it('is that of the push with which it has begun, however long this run had to wait', async () => {
    const { output } = await where('not known', {
      TSUZUKI_HOST: 'elsewhere',
      GITHUB_EVENT_NAME: 'push',
      PUSHED_AT: String(Date.UTC(2026, 3, 1, 7) / 1000),
    });
    expect(output).toBe('host=elsewhere\nmoment=2026-04-01T07:00:00Z\n');
  });

  it('is not guessed where that of the push is not known', async () => {
    const env = { TSUZUKI_HOST: 'elsewhere', GITHUB_EVENT_NAME: 'push', PUSHED_AT: '' };
    expect(await where('not known', env)).toMatchObject({ code: 1, output: 'host=elsewhere\n' });
  });
});

/** With a `gh` that answers as GitHub would. */
async function where(pages: keyof typeof answers, env: Readonly<Record<string, string>> = {}) {
  const folder = await temporaryFolder('where');
  const path = (name: string) => join(folder, name);
  await writeFile(path('gh'), `#!/bin/sh\n${answers[pages]}\n`);
  await chmod(path('gh'), 0o755);
  await writeFile(path('output'), '');
  await writeFile(path('summary'), '');
  const { code, said } = runStep('where.sh', [], folder, {
    PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    GITHUB_REPOSITORY: 'me/novels',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_OUTPUT: path('output'),
    GITHUB_STEP_SUMMARY: path('summary'),
    ...env,
  });
  const [output = '', summary = ''] = await Promise.all(
    ['output', 'summary'].map((name) => readFile(path(name), 'utf8')),
  );
  return { code, said, output, summary };
}
