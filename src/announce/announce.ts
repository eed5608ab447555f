import type { Finding } from '#src/diagnostics/finding.ts';
import { githubWarning } from '#src/diagnostics/report-github.ts';
import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import { createFormatter } from '#src/site/format.ts';
import { readServiceUrl } from '#src/manuscript/schemas/url.ts';
import type { Urls } from '#src/site/urls.ts';
import type { Site } from '#src/story/model.ts';
import { announcementsOf } from './announcement.ts';
import { Refusal } from '#src/command/refusal.ts';
import type { Arguments } from './arguments.ts';
import type { ChannelName } from './channels/channel.ts';
import { isAmiss, type Event } from './event.ts';
import { findEpisode } from './find-episode.ts';
import type { Ledger } from './ledger.ts';
import { createLedgerStore, LedgerError } from './ledger-store.ts';
import { ledgerText } from './ledger-text.ts';
import { createLivePages } from './live-page.ts';
import { channelsOf, openChannel } from './open-channel.ts';
import { makePlan } from './plan.ts';
import { reportEvent } from './report.ts';
import { carryOut } from './run.ts';
import { createSecretKeeper, redactedError, type SecretKeeper } from './secrets.ts';
import { createSummary } from './summary.ts';
import { tellFindings, tellIntentions } from './tell-plan.ts';
import { wordsFor, type Words } from './words.ts';

export interface AnnounceOptions {
  readonly args: Arguments;
  /** With what readers get, and nothing else. */
  readonly site: Site;
  readonly urls: Urls;
  /** Absolute. */
  readonly contentDir: string;
  /** Epoch milliseconds: what time it is, whatever moment the site is shown at. */
  readonly clock: () => number;
  /** Secrets, the file of a summary, and the address of the X API. */
  readonly env: NodeJS.ProcessEnv;
  /** Of messages and of the comments in the ledger. */
  readonly language: FindingLanguage;
  readonly print: (text: string) => void;
}

/** How a run ended. */
export type AnnounceResult =
  /** `isAmiss`: something that should have gone out has not, or may not have. */
  { readonly isAmiss: boolean } | { readonly finding: Finding };

/**
 * Announces what became public since the last run. Only one at a time may run with a content
 * folder, but for one that only looks.
 *
 * @throws Refusal where what was asked for cannot be done; a mistake of ours without secrets in it
 */
export async function announce(options: AnnounceOptions): Promise<AnnounceResult> {
  const secrets = createSecretKeeper(options.env);
  try {
    return await announceWith(secrets, options);
  } catch (error) {
    if (error instanceof LedgerError) return { finding: error.finding };
    throw error instanceof Refusal ? error : redactedError(error, secrets.redact);
  }
}

async function announceWith(
  secrets: SecretKeeper,
  { args, site, urls, contentDir, clock, env, language, print }: AnnounceOptions,
): Promise<AnnounceResult> {
  const words = wordsFor[language];
  const { announce: settings, language: siteLanguage, timezone } = site.settings;
  const { timestamp } = createFormatter(siteLanguage, timezone);
  const channels = channelsOf(settings);
  if (args.channel !== undefined && !channels.includes(args.channel)) {
    throw new Refusal(words.channelOff(args.channel));
  }
  const xService = readXService(env, words);
  const announcements = announcementsOf(site, urls);
  const toText = (ledger: Ledger) => ledgerText(ledger, { language, timestamp });
  const store = createLedgerStore(contentDir, toText);
  const read = store.read();
  if (read !== undefined && 'finding' in read) return read;
  // What is no longer public cannot be announced, but somebody may know what became of it.
  const recorded = args.skip && read !== undefined ? [...read.ledger.records.keys()] : [];
  const episode = args.episode && findEpisode(args.episode, { announcements, recorded, words });

  const told: Event[] = [];
  const problems: string[] = [];
  const report = { words, moment: (moment: number) => shownMoment(timestamp(moment)) };
  const tell = (event: Event) => {
    told.push(event);
    const lines = reportEvent(event, report);
    if (lines === undefined) return;
    const shown = secrets.redact(lines);
    if (isAmiss(event)) problems.push(shown);
    print(isAmiss(event) && env['GITHUB_ACTIONS'] === 'true' ? githubWarning(shown) : shown);
  };
  const plan = makePlan({
    announcements,
    ledger: read?.ledger,
    channels,
    request: { ...args, episode },
    now: clock(),
    monthly: settings.x?.kind === 'api' ? settings.x.monthly : undefined,
    monthOf: (moment) => timestamp(moment).slice(0, 'yyyy-mm'.length),
  });
  const pageAt = createLivePages(args);
  const { addLink, addProblems } = createSummary(env['GITHUB_STEP_SUMMARY'], words.headings);
  const open = (name: ChannelName) =>
    openChannel(name, {
      ...{ settings, env, clock, pageAt, timeLimit: args.timeLimit, onSecret: secrets.add },
      xService,
      show(announcement, link) {
        tell({ kind: 'link', announcement, link });
        addLink(announcement, link);
      },
    });
  if (channels.length === 0) tell({ kind: 'no-channel' });
  const newest = announcements.at(-1)?.name;
  tellFindings(plan, { newest, isDryRun: args.dryRun, open, tell });
  if (args.dryRun) {
    tellIntentions(plan, { open, tell });
    print(words.dryRun);
  } else {
    try {
      await carryOut({ plan, store, open, pageAt, clock, redact: secrets.redact, tell });
    } finally {
      // In the end: what becomes of the summary must not keep the ledger from being written.
      addProblems(problems);
    }
  }
  if (told.length === 0) tell({ kind: 'nothing' });
  return { isAmiss: told.some(isAmiss) };
}

/** @throws Refusal where the variable holds no address that secrets may be sent to */
function readXService(env: NodeJS.ProcessEnv, words: Words): string {
  const { TSUZUKI_X_API: written = '' } = env;
  if (written === '') return 'https://api.x.com/';
  const read = readServiceUrl(written);
  if (read === undefined) throw new Refusal(words.badService('TSUZUKI_X_API', written));
  return read;
}

/** `2026-04-01 07:00` of a timestamp. */
function shownMoment(timestamp: string): string {
  return timestamp.slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ');
}
