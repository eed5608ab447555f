import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { ContentError } from '#src/integration/content-error.ts';
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
import { digestOf } from '#src/manuscript/source-file.ts';
import { createUrls, searchFolder } from '#src/site/urls.ts';
import type { Site } from '#src/story/model.ts';
import { assembleSite } from '#src/story/site.ts';
import type { Engine } from './engine.ts';
import { openIndexPool } from './index-groups.ts';
import type { OutputTree } from './output-tree.ts';
import type { WrittenFile } from './output-writer.ts';
import { publicClashes } from './public-clashes.ts';
import { openFileRenderer, type FileRenderer, type KeyedFile } from './render-files.ts';
import { searchFilesInTree } from './search-in-tree.ts';
import { partsFile, partsFolder, shareFile } from './share-list.ts';
import { dealFiles, dealNth, type Share } from './shares.ts';

/** What a build does one after the other: reads texts and gets the engine ready, indexes, makes pages. */
export type BuildStage = 'texts' | 'search' | 'pages';

export interface SiteWriting {
  readonly project: Project;
  /** Undefined for the whole site. */
  readonly share: Share | undefined;
  /** Whether readers can search. */
  readonly search: boolean;
  readonly engine: Engine;
  readonly tree: OutputTree;
  readonly onStage?: ((stage: BuildStage) => void) | undefined;
}

export interface CheckedContent {
  readonly manuscript: Manuscript;
  readonly findings: readonly Finding[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A file of the site, and what it is made of. */
export type PlannedFile = Pick<WrittenFile, 'path' | 'key'>;

export interface WrittenSite {
  /** Every file of the whole site but those of search, be they in this share of it or not. */
  readonly files: readonly PlannedFile[];
  /** What this share has of search. */
  readonly search: SearchShare | undefined;
}

/**
 * Writes all files of a site, or of a share of it: those that were made of the same before are kept.
 *
 * @throws ContentError where a file in public/ is in the way of the site, whatever a page throws, and
 * errors of the file system
 */
export async function writeSite(
  writing: SiteWriting,
  content: CheckedContent,
): Promise<WrittenSite> {
  const { project, engine, search, tree, onStage } = writing;
  const site = assembleSite(content.manuscript, { now: content.now, show: 'published' });
  const isOurs = ofShare(site, writing.share);
  const copied = copyFiles(writing, isOurs);
  const pool = openIndexPool();
  const { root, contentDir, workDir } = project;
  const job = { entry: engine.entry, folders: { root, contentDir, workDir }, content };
  const renderer = openFileRenderer(job, tree);
  try {
    if (search) onStage?.('search');
    const storedText = storedTexts(content.manuscript, projectTexts(project));
    const indexing = search ? writeIndex(writing, site, { storedText, indexer: pool }) : undefined;
    // Whoever waits for it in the end is told.
    indexing?.catch(() => undefined);
    // While a thread indexes, there is time to find out which pages have changed.
    await Promise.race([indexing, pool.begun]);
    // Each published episode has its page then, and nothing else wants the memory meanwhile.
    if (!search && tree.keepsNothing) {
      renderer.prepare(Math.floor(site.newest.length / (writing.share?.of ?? 1)));
    }
    const pages = await planPages(writing, { renderer, isOurs, copied });
    // Where there is much to do, both at once would want twice the memory.
    const indexed = await indexing;
    await pool.close();
    onStage?.('pages');
    await pages.render();
    // Threads take a moment to end, and this one has work left.
    const closed = renderer.close();
    tree.finish();
    await closed;
    const { ofPublic, assets } = copied;
    return { files: [...ofPublic, ...assets, ...pages.files], search: indexed };
  } finally {
    await pool.close();
    await renderer.close();
  }
}

/** Whether a file is in the share that is written. */
type IsOurs = (path: string) => boolean;

interface CopiedFiles {
  /** Of the writer's own. */
  readonly ofPublic: readonly PlannedFile[];
  /** What pages load in a browser. */
  readonly assets: readonly PlannedFile[];
}

function copyFiles({ project, engine, tree }: SiteWriting, isOurs: IsOurs): CopiedFiles {
  const copy = (folder: string) =>
    filesIn(folder).map((path) => {
      const bytes = readFileSync(join(folder, path));
      if (isOurs(path)) tree.write(path, bytes);
      return { path, key: digestOf(bytes) };
    });
  return { ofPublic: copy(project.publicDir), assets: copy(engine.assets) };
}

interface PlannedPages {
  /** Of the whole site. */
  readonly files: readonly PlannedFile[];
  /** Makes those of this share that are not kept. */
  readonly render: () => Promise<void>;
}

/**
 * Keeps the pages that are made of what they were made of before.
 *
 * @param copied - these come before any page of the same name
 * @throws ContentError where one of them is in the way of another file of the site
 */
async function planPages(
  { project, tree }: SiteWriting,
  { renderer, isOurs, copied }: { renderer: FileRenderer; isOurs: IsOurs; copied: CopiedFiles },
): Promise<PlannedPages> {
  const server = await renderer.server();
  const routed = await server.files();
  checkPublic(project, copied, routed);
  const taken = new Set([...copied.ofPublic, ...copied.assets].map(({ path }) => path));
  const files: PlannedFile[] = [];
  const changed: KeyedFile[] = [];
  for (const file of routed) {
    const { path, key } = file;
    if (taken.has(path)) continue;
    taken.add(path);
    files.push({ path, key: key ?? '' });
    if (!isOurs(path)) continue;
    if (key === undefined) tree.write(path, await server.render(file));
    else if (!tree.keep(path, key)) changed.push({ ...file, key });
  }
  return { files, render: () => renderer.render(changed) };
}

/** @throws ContentError */
function checkPublic(
  { publicDir, contentDir }: Project,
  { ofPublic, assets }: CopiedFiles,
  routed: readonly { readonly path: string }[],
): void {
  const clashes = publicClashes(
    ofPublic.map(({ path }) => path),
    {
      files: [...assets, ...routed].map(({ path }) => path),
      own: [shareFile, `${partsFolder}/`, `${searchFolder}/`],
    },
  );
  const findings = clashes.map(({ path, other }): Finding => {
    const file = relative(contentDir, join(publicDir, path)).replaceAll(sep, '/');
    return { code: 'public-in-the-way', file, values: { other } };
  });
  if (findings.length > 0) throw new ContentError(findings);
}

function ofShare(site: Site, share: Share | undefined): IsOurs {
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
      tree.write(partsFile(group), bytes);
    },
  );
}
