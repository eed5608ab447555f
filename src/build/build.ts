import { hash } from 'node:crypto';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Finding } from '#src/diagnostics/finding.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { withLock, type LockOptions } from '#src/integration/build-lock.ts';
import { codeDigest } from '#src/integration/code-digest.ts';
import { contentFindings } from '#src/integration/content-error.ts';
import { namesIn } from '#src/integration/folders.ts';
import { loadContent } from '#src/integration/load-content.ts';
import type { Project } from '#src/integration/project.ts';
import { readSettings } from '#src/integration/read-settings.ts';
import { projectTexts } from '#src/integration/text-store.ts';
import type { EpisodeEntry, Manuscript } from '#src/manuscript/manuscript.ts';
import { basePath } from '#src/site/urls.ts';
import { publicationState, type PublicationState } from '#src/story/publication.ts';
import { prepareEngine } from './engine.ts';
import { mirror } from './mirror.ts';
import { checkOutput, replaceOutput, unwritableOutput } from './output-folder.ts';
import { checkLimits } from './output-limits.ts';
import { memoryFile } from './output-memory.ts';
import { openOutputTree, type OutputTree } from './output-tree.ts';
import { writeShareList, type ShareList } from './share-list.ts';
import type { Share } from './shares.ts';
import { unwritableWork } from './work-folder.ts';
import { writeSite } from './write-site.ts';

export interface BuildOptions {
  readonly project: Project;
  /** Whether readers can search. */
  readonly search: boolean;
  /** Undefined for the whole site. */
  readonly share?: Share | undefined;
  /** Another build of this project is running, and this one waits for it. */
  readonly onWait: LockOptions['onWait'];
}

export interface BuildResult {
  /** About the content. */
  readonly findings: readonly Finding[];
  /** About the output folder, and the one that builds work in. */
  readonly outputFindings: readonly Finding[];
  /** How many texts are public and how many are not, whatever their kind. */
  readonly counts: Readonly<Record<PublicationState, number>>;
  /** False when an error kept the site from being built; the last output is untouched then. */
  readonly isBuilt: boolean;
}

/**
 * Builds the site: everything is checked first, what has changed is written into a folder of the
 * project, and only what is finished takes the place of the output.
 *
 * @returns findings about the content and about the output folder, also when the output could not
 * be put in its place in the end
 * @throws on a mistake of ours, such as a page that fails
 */
export async function buildProject(options: BuildOptions): Promise<BuildResult> {
  try {
    return await checkAndBuild(options);
  } catch (error) {
    const counts = { published: 0, scheduled: 0, draft: 0 };
    const findings = contentFindings(error);
    const outputFindings = findings === undefined ? [unwritableWork(options.project, error)] : [];
    return { findings: findings ?? [], outputFindings, counts, isBuilt: false };
  }
}

async function checkAndBuild({
  project,
  search,
  share,
  onWait,
}: BuildOptions): Promise<BuildResult> {
  const { root, workDir, contentDir, publicDir, outDir, now } = project;
  const memory = memoryFile(workDir);
  tidyMemoryOften();
  return withLock(join(workDir, 'build.lock'), { onWait }, async () => {
    const moment = now();
    const { settings } = await readSettings(contentDir);
    const preparing = settings && prepareEngine({ project, base: basePath(settings) });
    // Whoever waits for it in the end is told.
    preparing?.catch(() => undefined);
    const { manuscript, findings } = await loadContent({
      ...project,
      now: moment,
      inspect: async (bodies) => {
        // What Astro bundles with takes as much memory as all texts do.
        await preparing;
        return projectTexts(project).inspect(bodies);
      },
    });
    const engine = await preparing;
    const counts = countByState(manuscript?.episodes ?? [], moment);
    const outputFindings = await checkOutput({
      outDir,
      kept: [root, contentDir],
      sources: [contentDir, publicDir, workDir],
      memory,
      expected: [...addressesOf(manuscript), ...(await namesIn(publicDir))],
    });
    const isWrong = hasErrors([...findings, ...outputFindings]);
    if (manuscript === undefined || engine === undefined || isWrong) {
      return { findings, outputFindings, counts, isBuilt: false };
    }
    const tree = openOutputTree(join(workDir, 'site'), engine.digest);
    const written = await writeSite(
      { project, share, search, engine, tree },
      { manuscript, findings, now: moment },
    );
    const finished = join(workDir, 'finished');
    mirror(tree.folder, finished);
    if (share !== undefined) {
      const site = hash('sha256', JSON.stringify([engine.digest, search, written.files]));
      const made = { code: codeDigest(root), files: digestsIn(tree), search: written.search };
      writeShareList(finished, { ...share, site, ...made });
    }
    try {
      // The next output differs from the last one in little, and begins as that.
      await replaceOutput(finished, outDir, memory, finished);
    } catch (error) {
      const finding = unwritableOutput(outDir, error);
      return { findings, outputFindings: [finding], counts, isBuilt: false };
    }
    return {
      findings,
      // A share is no site: what hosts take is asked of the joined one.
      outputFindings: [...outputFindings, ...(share ? [] : checkLimits(tree.written()))],
      counts,
      isBuilt: true,
    };
  });
}

/**
 * Has unused memory collected when twice as much is taken as is in use, and not four times, as V8 does
 * where there is plenty. It costs some hundredths of the time, and halves what is taken.
 */
function tidyMemoryOften(): void {
  setFlagsFromString('--heap-growing-percent=100');
}

function countByState(episodes: readonly EpisodeEntry[], now: number): BuildResult['counts'] {
  const count = (state: PublicationState) =>
    episodes.filter((episode) => publicationState(episode, now) === state).length;
  return { published: count('published'), scheduled: count('scheduled'), draft: count('draft') };
}

/** The SHA-256 of each file's bytes. */
function digestsIn(tree: OutputTree): ShareList['files'] {
  return Object.fromEntries([...tree.written()].map(({ path, digest }) => [path, digest]));
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
