import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import type { EpisodeEntry, Manuscript } from '#src/manuscript/manuscript.ts';
import { publicationState, type PublicationState } from '#src/story/publication.ts';
import { createUrls, searchFolder } from '#src/site/urls.ts';
import { assembleSite } from '#src/story/site.ts';
import { withLock } from './build-lock.ts';
import { isMissing, move, remove } from './folders.ts';
import { loadContent } from './load-content.ts';
import { checkLimits } from './output-limits.ts';
import { checkOutput, replaceOutput, stagingFolder, unwritableOutput } from './output-folder.ts';
import { memoryFile } from './output-memory.ts';
import type { Project } from './project.ts';
import { writeSearch } from './search-output.ts';

export interface BuildOptions {
  readonly project: Project;
  /** Another build of this project is running, and this one waits for it. */
  readonly onWait: () => void;
}

export interface BuildResult {
  /** About the content. */
  readonly findings: readonly Finding[];
  /** About the output folder. */
  readonly outputFindings: readonly Finding[];
  /** How many texts are public and how many are not, whatever their kind. */
  readonly counts: Readonly<Record<PublicationState, number>>;
  /** False when an error kept the site from being built; the last output is untouched then. */
  readonly isBuilt: boolean;
}

/**
 * Builds the site: everything is checked first, Astro writes into a folder of the project, and
 * only what is finished takes the place of the output.
 *
 * @returns findings about the content and about the output folder, also when the output could not
 * be put in its place in the end
 * @throws on a mistake of ours, such as a page that fails
 */
export async function buildProject({ project, onWait }: BuildOptions): Promise<BuildResult> {
  const { root, workDir, contentDir, publicDir, outDir, now } = project;
  const staging = stagingFolder(workDir);
  const index = join(workDir, 'index');
  const memory = memoryFile(workDir);
  return withLock(join(workDir, 'build.lock'), { onWait }, async () => {
    const moment = now();
    const { manuscript, findings } = await loadContent({ ...project, now: moment });
    const counts = countByState(manuscript?.episodes ?? [], moment);
    const outputFindings = await checkOutput({
      outDir,
      kept: [root, contentDir],
      sources: [contentDir, publicDir, workDir],
      memory,
      expected: [...addressesOf(manuscript), ...(await namesIn(publicDir))],
    });
    if (manuscript === undefined || hasErrors([...findings, ...outputFindings])) {
      return { findings, outputFindings, counts, isBuilt: false };
    }
    await remove(staging);
    await remove(index);
    const site = assembleSite(manuscript, { now: moment, show: 'published' });
    const urls = createUrls(manuscript.settings);
    // Before the pages are built: both together would want twice the memory.
    await writeSearch({ ...project, folder: index, site, urls });
    // Under any other name Vite makes a development build.
    process.env['NODE_ENV'] = 'production';
    // Loaded only now: what is wrong with the content is told without waiting for it.
    const { build } = await import('astro');
    await build({ root, outDir: staging, logLevel: 'error' });
    await move(index, join(staging, searchFolder));
    const excess = await checkLimits(staging);
    try {
      await replaceOutput(staging, outDir, memory);
    } catch (error) {
      const finding = unwritableOutput(outDir, error);
      return { findings, outputFindings: [finding], counts, isBuilt: false };
    }
    return { findings, outputFindings: [...outputFindings, ...excess], counts, isBuilt: true };
  });
}

function countByState(episodes: readonly EpisodeEntry[], now: number): BuildResult['counts'] {
  const count = (state: PublicationState) =>
    episodes.filter((episode) => publicationState(episode, now) === state).length;
  return { published: count('published'), scheduled: count('scheduled'), draft: count('draft') };
}

/** The folders that series and pages have, or have had, at the top of the site. */
function addressesOf(manuscript: Manuscript | undefined): readonly string[] {
  if (manuscript === undefined) return [];
  const { series, pages } = manuscript;
  return [
    ...series.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...pages.map(({ slug }) => slug),
  ];
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
