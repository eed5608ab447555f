import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { announce, type AnnounceOptions } from '#src/announce/announce.ts';
import { ledgerFile } from '#src/announce/read-ledger.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { createUrls } from '#src/site/urls.ts';
import { assembleSite } from '#src/story/site.ts';
import { withLock, type LockOptions } from './build-lock.ts';
import { loadProject } from './load-project.ts';
import type { Project } from './project.ts';

export interface AnnounceProjectOptions extends Pick<
  AnnounceOptions,
  'args' | 'env' | 'language' | 'print'
> {
  readonly project: Project;
  /** Another run is under way, and this one waits for it. */
  readonly onWait: LockOptions['onWait'];
}

export interface AnnouncedProject {
  /** About the content, where it has errors, or about the ledger: nothing was announced then. */
  readonly findings: readonly Finding[];
  /** Something that should have gone out has not, or may not have. */
  readonly isAmiss: boolean;
}

/**
 * Beside the ledger, so that two checkouts with one content folder keep apart as well. The site
 * leaves out what begins with a dot.
 */
const lockFile = `.${ledgerFile}.lock`;

/**
 * Announces what became public of a project since the last run. Of two runs at once, the second
 * waits, and finds what the first has left.
 *
 * @throws Refusal where what was asked for cannot be done
 */
export async function announceProject({
  project,
  args,
  onWait,
  ...options
}: AnnounceProjectOptions): Promise<AnnouncedProject> {
  const { contentDir, now, clock } = project;
  const run = async (): Promise<AnnouncedProject> => {
    const moment = now();
    const { manuscript, findings } = await loadProject(project, moment);
    // Of what is wrong it is not known what it would be: the site as it is live knows it.
    if (manuscript === undefined || hasErrors(findings)) return { findings, isAmiss: true };
    const site = assembleSite(manuscript, { now: moment, show: 'published' });
    const urls = createUrls(manuscript.settings);
    const result = await announce({ ...options, args, site, urls, contentDir, clock });
    return 'finding' in result
      ? { findings: [result.finding], isAmiss: true }
      : { findings: [], isAmiss: result.isAmiss };
  };
  // One that only looks changes nothing, and reads a ledger that is always whole. Where there is no
  // folder, nothing is announced, and a lock would make one.
  if (args.dryRun || !existsSync(contentDir)) return run();
  const progress = { isStarted: false };
  try {
    return await withLock(join(contentDir, lockFile), { onWait }, () => {
      progress.isStarted = true;
      return run();
    });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : undefined;
    if (progress.isStarted || typeof reason !== 'string') throw error;
    // Where no lock can be, there is no writing either.
    const finding = { code: 'ledger-unwritable', file: ledgerFile, values: { reason } } as const;
    return { findings: [finding], isAmiss: true };
  }
}
