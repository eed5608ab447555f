import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript, type CommandResult } from '#tests/support/build-site.ts';
import { episodes, series, site, type Files, type Keys } from '#tests/build/writing.ts';
import { quickFolder, secrets } from './bench.ts';
import { startServices, type Services } from './services.ts';

/** A content folder whose first run is behind it, and the command as its users run it. */
export interface CommandBench {
  readonly services: Services;
  readonly folder: string;
  readonly run: (
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<CommandResult>;
  readonly write: (files: Files) => void;
  readonly ledger: () => string;
  readonly close: () => Promise<void>;
}

/** A run takes half as long where Node need not compile everything anew. */
const compileCache = join(tmpdir(), 'tsuzuki-compile-cache');
const preload = join(import.meta.dirname, 'kill-at-step.ts');

/** @param announce - besides the addresses of services, which are on this machine */
export async function openCommandBench(announce: Keys = {}): Promise<CommandBench> {
  const services = await startServices();
  const folder = quickFolder();
  const ledger = join(folder, 'announcements.yaml');
  const bench: CommandBench = {
    services,
    folder,
    run: (args = [], env = {}) =>
      runScript('announce', [...args, ...(args.includes('--wait') ? [] : ['--wait', '0'])], {
        ...secrets,
        NODE_OPTIONS: `--import=${preload}`,
        NODE_COMPILE_CACHE: compileCache,
        TSUZUKI_CONTENT: folder,
        TSUZUKI_NOW: '2026-05-01T09:00:00+09:00',
        TSUZUKI_X_API: services.url,
        // As on a machine of one's own, wherever the tests run.
        GITHUB_ACTIONS: '',
        GITHUB_STEP_SUMMARY: '',
        ...env,
      }),
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(join(folder, path, '..'), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    ledger: () => (existsSync(ledger) ? readFileSync(ledger, 'utf8') : ''),
    async close() {
      await services.close();
      rmSync(folder, { recursive: true });
    },
  };
  const settings = {
    bluesky: { handle: 'writer.example', service: services.url },
    mastodon: { server: services.url },
    x: { monthly: 100 },
    ...announce,
  };
  bench.write({
    ...site({ url: services.url, announce: settings }),
    ...series('story', {}, episodes(1)),
  });
  const ledgerText = [
    'version: 1',
    'channels: { bluesky: {}, mastodon: {}, x: {}, x-link: {} }',
    'episodes: {}',
    'end: true',
  ];
  bench.write({ 'announcements.yaml': `${ledgerText.join('\n')}\n` });
  return bench;
}

/** Ends a run at a step and goes on; tells whether the step was reached, and what came of it. */
export async function killAndGoOn(
  bench: CommandBench,
  kill: Readonly<Record<string, string>>,
): Promise<{ readonly isKilled: boolean; readonly after: CommandResult }> {
  const killed = await bench.run([], kill);
  return { isKilled: killed.code !== 0, after: await bench.run() };
}
