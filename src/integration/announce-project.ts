import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { announce, type AnnounceOptions } from '#src/announce/announce.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { createUrls } from '#src/site/urls.ts';
import { assembleSite } from '#src/story/site.ts';
import { withLock } from './build-lock.ts';
import { resolveFolder } from './folders.ts';
import { loadContent } from './load-content.ts';
import type { Project } from './project.ts';

export interface AnnounceProjectOptions extends Pick<
  AnnounceOptions,
  'args' | 'env' | 'language' | 'print'
> {
  readonly project: Project;
  /** Another run is under way, and this one waits for it. */
  readonly onWait: () => void;
}

export interface AnnouncedProject {
  /** About the content, where it has errors, or about the ledger: nothing was announced then. */
  readonly findings: readonly Finding[];
  /** Something that should have gone out has not, or may not have. */
  readonly isAmiss: boolean;
}

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
  const { contentDir, workDir, now } = project;
  const run = async (): Promise<AnnouncedProject> => {
    const moment = now();
    const { manuscript, findings } = await loadContent({ ...project, now: moment });
    // Of what is wrong it is not known what it would be: the site as it is live knows it.
    if (manuscript === undefined || hasErrors(findings)) return { findings, isAmiss: true };
    const site = assembleSite(manuscript, { now: moment, show: 'published' });
    const urls = createUrls(manuscript.settings);
    const result = await announce({ ...options, args, site, urls, contentDir, now });
    return 'finding' in result
      ? { findings: [result.finding], isAmiss: true }
      : { findings: [], isAmiss: result.isAmiss };
  };
  // One that only looks changes nothing, and reads a ledger that is always whole.
  if (args.dryRun) return run();
  const folder = createHash('sha256')
    .update(await resolveFolder(contentDir))
    .digest('hex');
  const lock = join(workDir, `announce-${folder.slice(0, 16)}.lock`);
  return withLock(lock, { onWait }, run);
}
