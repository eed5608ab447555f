import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announce, type AnnounceResult } from '#src/announce/announce.ts';
import { readArguments } from '#src/announce/arguments.ts';
import { wordsFor } from '#src/announce/words.ts';
import type { EpisodeEntry, SiteSettings } from '#src/manuscript/manuscript.ts';
import { createUrls } from '#src/site/urls.ts';
import { assembleSite } from '#src/story/site.ts';
import { episodes, later, manuscript, series } from '#tests/support/manuscript.ts';
import { startServices, type Services } from './services.ts';

/** A site on this machine, its services, and a folder for its ledger. */
export interface Bench {
  readonly services: Services;
  readonly folder: string;
  /** Runs the command; undefined arguments stand for none. */
  readonly run: (args?: string, change?: Partial<BenchRun>) => Promise<BenchResult>;
  /** The text of the ledger; undefined where there is none. */
  readonly ledger: () => string | undefined;
  readonly writeLedger: (text: string) => void;
  readonly close: () => Promise<void>;
}

export interface BenchRun {
  readonly entries: readonly EpisodeEntry[];
  readonly settings: Partial<SiteSettings>;
  readonly announce: Partial<SiteSettings['announce']>;
  readonly env: NodeJS.ProcessEnv;
  readonly now: number;
  readonly language: 'ja' | 'en';
  /** Of the ledger, where it is another. */
  readonly folder: string;
}

export interface BenchResult {
  readonly result: AnnounceResult;
  readonly printed: string;
}

export const secrets = {
  TSUZUKI_BLUESKY_PASSWORD: 'abcd-efgh/ijkl+mnop',
  TSUZUKI_MASTODON_TOKEN: 'mastodon-token-"Zm9v"',
  TSUZUKI_X_API_KEY: 'x-api-key-000',
  TSUZUKI_X_API_SECRET: 'x-api-secret-111',
  TSUZUKI_X_ACCESS_TOKEN: 'x-access-token-222',
  TSUZUKI_X_ACCESS_SECRET: 'x-access-secret-333',
};

/** All channels set up, and the first run behind it, which three episodes were public before. */
export async function openBench(): Promise<Bench> {
  const bench = await emptyBench();
  await bench.run('', { entries: episodes(3) });
  return bench;
}

/** The same before the first run; unless told otherwise, a run finds five episodes. */
export async function emptyBench(): Promise<Bench> {
  const services = await startServices();
  const folder = quickFolder();
  const path = join(folder, 'announcements.yaml');
  return {
    services,
    folder,
    async run(args = '', change = {}) {
      const { language = 'ja', now = later, entries = episodes(5) } = change;
      const base = manuscript({ series: [series()], episodes: entries });
      const settings: SiteSettings = {
        ...base.settings,
        url: services.url,
        ...change.settings,
        announce: { ...allChannels(services.url), ...change.announce },
      };
      const words = wordsFor[language];
      const read = readArguments(args.split(' ').filter(Boolean), words);
      if (read === 'help') throw new Error('not a run');
      services.clock = () => now;
      const printed: string[] = [];
      const result = await announce({
        args: withoutUsual(read, args),
        site: assembleSite({ ...base, settings }, { now, show: 'published' }),
        urls: createUrls(settings),
        contentDir: change.folder ?? folder,
        clock: () => now,
        env: { ...secrets, TSUZUKI_X_API: services.url, ...change.env },
        language,
        print: (text) => printed.push(text),
      });
      return { result, printed: printed.join('\n') };
    },
    ledger: () => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
    writeLedger: (text) => {
      writeFileSync(path, text);
    },
    async close() {
      await services.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function allChannels(url: string): SiteSettings['announce'] {
  return {
    template: undefined,
    x: { kind: 'api', monthly: 100 },
    bluesky: { handle: 'writer.example', service: url },
    mastodon: { server: url },
  };
}

/** In memory where the system has such a place: flushing to a disk takes most of the time. */
export function quickFolder(): string {
  const memory = '/dev/shm';
  return mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'tsuzuki-announce-'));
}

/** Tests wait for nothing, unless they ask for it. */
function withoutUsual<T extends { patience: number; timeLimit: number }>(read: T, args: string) {
  return {
    ...read,
    patience: args.includes('--wait') ? read.patience : 0,
    timeLimit: args.includes('--timeout') ? read.timeLimit : 400,
  };
}

/** `bluesky: 2`: how many posts each service has accepted. */
export function counts({ posts }: Services): Readonly<Record<string, number>> {
  const by = Map.groupBy(posts, ({ service }) => service);
  return Object.fromEntries([...by].map(([service, all]) => [service, all.length]));
}

/** The states in a ledger by episode and channel: `4 bluesky sent`. */
export function states(ledger: string | undefined): readonly string[] {
  let episode = '';
  return (ledger ?? '').split('\n').flatMap((line) => {
    episode = /^ {2}story\/(\S+):$/.exec(line)?.[1] ?? episode;
    const entry = /^ {4}([\w-]+): \{ state: (\w+)/.exec(line);
    return entry === null ? [] : [`${episode} ${entry[1] ?? ''} ${entry[2] ?? ''}`];
  });
}
