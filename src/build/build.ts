import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Finding } from '#src/diagnostics/finding.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { withLock } from '#src/integration/build-lock.ts';
import { remove } from '#src/integration/folders.ts';
import { loadContent } from '#src/integration/load-content.ts';
import type { Project } from '#src/integration/project.ts';
import { writeSearch } from '#src/integration/search-output.ts';
import { projectTexts } from '#src/integration/text-store.ts';
import type { EpisodeEntry, Manuscript } from '#src/manuscript/manuscript.ts';
import { basePath, createUrls, searchFolder } from '#src/site/urls.ts';
import { publicationState, type PublicationState } from '#src/story/publication.ts';
import { assembleSite } from '#src/story/site.ts';
import { prepareEngine, type Engine } from './engine.ts';
import { mirror } from './mirror.ts';
import { checkOutput, replaceOutput, unwritableOutput } from './output-folder.ts';
import { checkLimits } from './output-limits.ts';
import { memoryFile } from './output-memory.ts';
import { openOutputTree, type OutputTree } from './output-tree.ts';
import { loadPageServer, renderFiles, type KeyedFile } from './render-files.ts';

export interface BuildOptions {
  readonly project: Project;
  /** Whether readers can search. */
  readonly search: boolean;
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
 * Builds the site: everything is checked first, what has changed is written into a folder of the
 * project, and only what is finished takes the place of the output.
 *
 * @returns findings about the content and about the output folder, also when the output could not
 * be put in its place in the end
 * @throws on a mistake of ours, such as a page that fails
 */
export async function buildProject({
  project,
  search,
  onWait,
}: BuildOptions): Promise<BuildResult> {
  const { root, workDir, contentDir, publicDir, outDir, now } = project;
  const memory = memoryFile(workDir);
  tidyMemoryOften();
  return withLock(join(workDir, 'build.lock'), { onWait }, async () => {
    const moment = now();
    const { manuscript, findings } = await loadContent({
      ...project,
      now: moment,
      inspect: projectTexts(project).inspect,
    });
    const counts = countByState(manuscript?.episodes ?? [], moment);
    const ownFiles = filesIn(publicDir);
    const outputFindings = await checkOutput({
      outDir,
      kept: [root, contentDir],
      sources: [contentDir, publicDir, workDir],
      memory,
      expected: [...addressesOf(manuscript), ...ownFiles.map((path) => path.split('/')[0] ?? '')],
    });
    if (manuscript === undefined || hasErrors([...findings, ...outputFindings])) {
      return { findings, outputFindings, counts, isBuilt: false };
    }
    const engine = await prepareEngine({ project, base: basePath(manuscript.settings) });
    const tree = openOutputTree(join(workDir, 'site'), engine.digest);
    await writeSite(
      { project, search, engine, tree, ownFiles },
      { manuscript, findings, now: moment },
    );
    const finished = join(workDir, 'finished');
    mirror(tree.folder, finished);
    try {
      // The next output differs from the last one in little, and begins as that.
      await replaceOutput(finished, outDir, memory, finished);
    } catch (error) {
      const finding = unwritableOutput(outDir, error);
      return { findings, outputFindings: [finding], counts, isBuilt: false };
    }
    return {
      findings,
      outputFindings: [...outputFindings, ...checkLimits(tree.written())],
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

interface SiteWriting {
  readonly project: Project;
  readonly search: boolean;
  readonly engine: Engine;
  readonly tree: OutputTree;
  /** Those of public/, which come before any page of the same name. */
  readonly ownFiles: readonly string[];
}

interface CheckedContent {
  readonly manuscript: Manuscript;
  readonly findings: readonly Finding[];
  readonly now: number;
}

async function writeSite(
  { project, search, engine, tree, ownFiles }: SiteWriting,
  content: CheckedContent,
): Promise<void> {
  const { root, contentDir, workDir, publicDir } = project;
  copyInto(tree, '', publicDir);
  copyInto(tree, '', engine.assets);
  const site = assembleSite(content.manuscript, { now: content.now, show: 'published' });
  const urls = createUrls(content.manuscript.settings);
  const index = join(workDir, 'index');
  await remove(index);
  // Before the pages are built: both together would want twice the memory.
  if (search) await writeSearch({ ...project, folder: index, site, urls });
  copyInto(tree, `${searchFolder}/`, index);
  await remove(index);

  const job = { entry: engine.entry, folders: { root, contentDir, workDir }, content };
  const server = await loadPageServer(job, { keyed: true });
  const taken = new Set(ownFiles);
  const changed: KeyedFile[] = [];
  for (const file of await server.files()) {
    const { path, key } = file;
    if (taken.has(path)) continue;
    taken.add(path);
    if (key === undefined) tree.write(path, await server.render(file));
    else if (!tree.keep(path, key)) changed.push({ ...file, key });
  }
  await renderFiles(changed, { job, server, tree });
  tree.finish();
}

/** Puts the files of a folder into the output, below a path that ends with a slash or is empty. */
function copyInto(tree: OutputTree, below: string, folder: string): void {
  for (const path of filesIn(folder)) tree.write(below + path, readFileSync(join(folder, path)));
}

/** Paths within a folder, with forward slashes; none where there is no folder. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
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
