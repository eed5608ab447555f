import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import type { Project } from '#src/integration/project.ts';
import { writeSearch, writeSearchShare, type SearchShare } from '#src/integration/search-output.ts';
import { projectTexts, storedTexts, type StoredTextOf } from '#src/integration/text-store.ts';
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
  const { project, share, search, engine, tree } = writing;
  const { root, contentDir, workDir, publicDir } = project;
  const site = assembleSite(content.manuscript, { now: content.now, show: 'published' });
  const isOurs = ofShare(site, share);
  const known: string[] = [];
  // Files of the writer's own come before any page of the same name.
  const taken = new Set<string>();
  for (const folder of [publicDir, engine.assets]) {
    for (const path of filesIn(folder)) {
      taken.add(path);
      const bytes = readFileSync(join(folder, path));
      known.push(path, hash('sha256', bytes));
      if (isOurs(path)) tree.write(path, bytes);
    }
  }
  // Before the pages are made: both together would want twice the memory.
  const storedText = storedTexts(content.manuscript, projectTexts(project));
  const indexed = search ? await writeIndex(writing, site, storedText) : undefined;

  const job = { entry: engine.entry, folders: { root, contentDir, workDir }, content };
  const server = await loadPageServer(job, { keyed: true });
  const changed: KeyedFile[] = [];
  for (const file of await server.files()) {
    const { path, key } = file;
    if (taken.has(path)) continue;
    taken.add(path);
    known.push(path, key ?? '');
    if (!isOurs(path)) continue;
    if (key === undefined) tree.write(path, await server.render(file));
    else if (!tree.keep(path, key)) changed.push({ ...file, key });
  }
  await renderFiles(changed, { job, server, tree });
  tree.finish();
  const identity = hash('sha256', JSON.stringify([engine.digest, search, known]));
  return { identity, search: indexed };
}

function ofShare(site: Site, share: Share | undefined): (path: string) => boolean {
  if (share === undefined) return () => true;
  const shareOf = dealFiles(site, share.of);
  return (path) => shareOf(path) === share.number;
}

async function writeIndex(
  { project, share, tree }: SiteWriting,
  site: Site,
  storedText: StoredTextOf,
): Promise<SearchShare | undefined> {
  const files = searchFilesInTree(tree, searchFolder);
  const indexer = openIndexPool();
  const output = { ...project, files, site, storedText, indexer, urls: createUrls(site.settings) };
  try {
    if (share === undefined) {
      await writeSearch(output);
      return undefined;
    }
    return await writeSearchShare(
      output,
      (nth, count) => dealNth(nth, count, share.of) === share.number,
      (group, bytes) => {
        tree.write(`${partsFolder}/${group}`, bytes);
      },
    );
  } finally {
    await indexer.close();
  }
}

/** Paths within a folder, with forward slashes; none where there is no folder. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
