import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { filesIn } from '#src/integration/folders.ts';
import type { Project } from '#src/integration/project.ts';
import {
  writeSearch,
  writeSearchShare,
  type SearchOutput,
  type SearchShare,
} from '#src/integration/search-output.ts';
import { projectTexts, storedTexts } from '#src/integration/text-store.ts';
import type { Manuscript } from '#src/manuscript/manuscript.ts';
import { createUrls, searchFolder } from '#src/site/urls.ts';
import type { Site } from '#src/story/model.ts';
import { assembleSite } from '#src/story/site.ts';
import type { Engine } from './engine.ts';
import { openIndexPool } from './index-groups.ts';
import type { OutputTree } from './output-tree.ts';
import { loadPageServer, renderFiles, type KeyedFile } from './render-files.ts';
import { searchFilesInTree } from './search-in-tree.ts';
import { partsFolder } from './share-list.ts';
import { dealFiles, dealNth, type Share } from './shares.ts';

export interface SiteWriting {
  readonly project: Project;
  /** Undefined for the whole site. */
  readonly share: Share | undefined;
  /** Whether readers can search. */
  readonly search: boolean;
  readonly engine: Engine;
  readonly tree: OutputTree;
}

export interface CheckedContent {
  readonly manuscript: Manuscript;
  readonly findings: readonly Finding[];
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface WrittenSite {
  /** Stands for every file of the whole site, be they in this share of it or not. */
  readonly identity: string;
  /** What this share has of search. */
  readonly search: SearchShare | undefined;
}

/**
 * Writes all files of a site, or of a share of it: those that were made of the same before are kept.
 *
 * @throws whatever a page throws, and errors of the file system
 */
export async function writeSite(
  writing: SiteWriting,
  content: CheckedContent,
): Promise<WrittenSite> {
  const { search, engine, tree } = writing;
  const site = assembleSite(content.manuscript, { now: content.now, show: 'published' });
  const plan: Plan = { ...writing, isOurs: ofShare(site, writing.share), known: new Map() };
  copyFiles(plan);
  const pool = openIndexPool();
  try {
    const storedText = storedTexts(content.manuscript, projectTexts(writing.project));
    const indexing = search ? writeIndex(writing, site, { storedText, indexer: pool }) : undefined;
    // Whoever waits for it in the end is told.
    indexing?.catch(() => undefined);
    // While a thread indexes, there is time to find out which pages have changed.
    await Promise.race([indexing, pool.begun]);
    const render = await planPages(plan, content);
    // Where there is much to do, both at once would want twice the memory.
    const indexed = await indexing;
    await render();
    tree.finish();
    const identity = hash('sha256', JSON.stringify([engine.digest, search, ...plan.known]));
    return { identity, search: indexed };
  } finally {
    await pool.close();
  }
}

interface Plan extends SiteWriting {
  /** Whether a file is in the share that is written. */
  readonly isOurs: (path: string) => boolean;
  /** The files of the whole site that are known by now, and what each is made of. */
  readonly known: Map<string, string>;
}

/** Files of the writer's own come before any page of the same name. */
function copyFiles({ project, engine, tree, isOurs, known }: Plan): void {
  for (const folder of [project.publicDir, engine.assets]) {
    for (const path of filesIn(folder)) {
      const bytes = readFileSync(join(folder, path));
      known.set(path, hash('sha256', bytes));
      if (isOurs(path)) tree.write(path, bytes);
    }
  }
}

/**
 * Keeps the pages that are made of what they were made of before.
 *
 * @returns what makes the others
 */
async function planPages(
  { project, engine, tree, isOurs, known }: Plan,
  content: CheckedContent,
): Promise<() => Promise<void>> {
  const { root, contentDir, workDir } = project;
  const job = { entry: engine.entry, folders: { root, contentDir, workDir }, content };
  const server = await loadPageServer(job, { keyed: true });
  const changed: KeyedFile[] = [];
  for (const file of await server.files()) {
    const { path, key } = file;
    if (known.has(path)) continue;
    known.set(path, key ?? '');
    if (!isOurs(path)) continue;
    if (key === undefined) tree.write(path, await server.render(file));
    else if (!tree.keep(path, key)) changed.push({ ...file, key });
  }
  return () => renderFiles(changed, { job, server, tree });
}

function ofShare(site: Site, share: Share | undefined): (path: string) => boolean {
  if (share === undefined) return () => true;
  const shareOf = dealFiles(site, share.of);
  return (path) => shareOf(path) === share.number;
}

async function writeIndex(
  { project, share, tree }: SiteWriting,
  site: Site,
  tools: Pick<SearchOutput, 'storedText' | 'indexer'>,
): Promise<SearchShare | undefined> {
  const files = searchFilesInTree(tree, searchFolder);
  const output = { ...project, ...tools, files, site, urls: createUrls(site.settings) };
  if (share === undefined) {
    await writeSearch(output);
    return undefined;
  }
  return writeSearchShare(
    output,
    (nth, count) => dealNth(nth, count, share.of) === share.number,
    (group, bytes) => {
      tree.write(`${partsFolder}/${group}`, bytes);
    },
  );
}
