import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { nameProblem } from '#src/manuscript/addresses.ts';
import { feedFileNames } from '#src/site/feed-forms.ts';
import { pictureFolders, searchFolder } from '#src/site/urls.ts';
import {
  contains,
  exists,
  isSystemError,
  resolveFolder,
  tryToMake,
} from '#src/integration/folders.ts';
import { beside, inside, lastingNamesIn, putInOrder } from './output-leftovers.ts';
import { recallOutput } from './output-memory.ts';
import { partsFolder, readShareList, shareFile } from './share-list.ts';
import { topOf } from './top-of.ts';

/** What every built site has, and hardly any other. */
const landmarks = ['index.html', '404.html', 'robots.txt', '_redirects', '_astro', 'archive'];
/** All that the routes write at the top of a site beside its series and pages. */
const routes = [
  ...landmarks,
  ...Object.values(feedFileNames),
  '_headers',
  ...Object.values(pictureFolders),
  'feeds',
  searchFolder,
  'search',
  'sitemap.xml',
  // Of a share that has the landmarks as well.
  partsFolder,
  shareFile,
];
export interface OutputFolders {
  /** Absolute: what is to be written; a symbolic link stands for its target. */
  readonly outDir: string;
  /** Absolute folders that must not be lost: the project's, the content's. */
  readonly kept: readonly string[];
  /** Absolute folders that a build reads or works in: no output may lie in them. */
  readonly sources: readonly string[];
  /** The file of `replaceOutput`; without it nothing is remembered. */
  readonly memory?: string;
  /** What the content and public/ put at the top of the site today. */
  readonly expected?: readonly string[];
}

/**
 * Puts in order, before anything is built, what a killed build has left beside the output, and looks
 * whether the new one can take its place in the end. Only for a holder of the build lock; where the
 * output would be in the way, nothing is touched. A build replaces the whole folder, so it must have
 * all landmarks of a built site, and everything else at its top must be ours as well. An entry is ours
 *
 * - when a build of today's content writes one of that name,
 * - when the last build of this checkout put it there,
 * - where no build is remembered (a fresh clone, another machine's output), when it may be a series
 *   or a page of earlier days: a folder with a name that one can have, and an index.html in it.
 *
 * So `.git`, `CNAME`, notes and folders without a page are never lost. A folder that does look like
 * a series is, but only in the first build of a checkout: nothing tells it from a removed one. A
 * share without landmarks has a list, and what that does not name is nobody's.
 *
 * @returns at most one finding, about the output folder (`file` is `.`)
 */
export async function prepareOutput(folders: OutputFolders): Promise<readonly Finding[]> {
  const { outDir } = folders;
  try {
    const target = await resolveFolder(outDir);
    const overlapping = await overlappingFolder(target, folders);
    if (overlapping !== undefined) return [notReplaceable(outDir, { overlapping })];
    await putInOrder(target);
    const others = await entriesOfOthers(target, folders);
    if (others === undefined) return [];
    return [notReplaceable(outDir, others.length > 0 ? { others: listed(others) } : {})];
  } catch (error) {
    return [unwritableOutput(outDir, error)];
  }
}

/**
 * The finding about an output folder that the system refuses to write.
 *
 * @throws the error itself when it is none of the file system's
 */
export function unwritableOutput(outDir: string, error: unknown): Finding {
  if (!isSystemError(error)) throw error;
  return { code: 'output-unwritable', file: '.', values: { path: outDir, reason: error.code } };
}

/** @param why - what of it is to be told, where that is known */
function notReplaceable(
  outDir: string,
  why: { readonly overlapping?: string; readonly others?: string },
): Finding {
  return { code: 'output-not-replaceable', file: '.', values: { path: outDir, ...why } };
}

/** The first few: any folder may have been named by mistake. */
function listed(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ');
}

/** A folder that must not be lost, or that the output would lie in. */
async function overlappingFolder(
  target: string,
  { kept, sources }: OutputFolders,
): Promise<string | undefined> {
  // What is wrong with the content's own path is not for here to tell.
  const resolved = (path: string) => resolveFolder(path).catch(() => path);
  for (const path of kept) if (contains(target, await resolved(path))) return path;
  for (const path of sources) if (contains(await resolved(path), target)) return path;
  return undefined;
}

/**
 * What keeps an output from being replaced.
 *
 * @returns names at its top, none where it is not the site that has to be there; undefined where nothing
 *   keeps it
 * @throws errors of the file system when it cannot be written
 */
async function entriesOfOthers(
  target: string,
  { memory, expected = [] }: OutputFolders,
): Promise<readonly string[] | undefined> {
  const isThere = await exists(target);
  try {
    await tryToMake(beside(target, 'new'));
  } catch (error) {
    if (!isThere) throw error;
    await tryToMake(inside(target, 'new'));
  }
  if (!isThere) return undefined;
  const names = await lastingNamesIn(target);
  await access(target, constants.W_OK);
  if (names.length === 0) return undefined;

  const last = memory === undefined ? undefined : await recallOutput(memory, target);
  const isSite = landmarks.every((name) => names.includes(name));
  const share = isSite ? undefined : namesOfShare(target);
  const ours = new Set([...(share ?? [...routes, ...expected]), ...(last?.names ?? [])]);
  const unknown = names.filter((one) => !ours.has(one));
  if (!isSite && share === undefined && last?.isWhole !== false) return unknown;
  const isKnown = last !== undefined || share !== undefined;
  const others: string[] = [];
  for (const name of unknown) {
    if (isKnown || !(await mayBeOfEarlierDays(target, name))) others.push(name);
  }
  return others.length > 0 ? others : undefined;
}

/** All that lies at the top of a share, by its own list; undefined where none can be read. */
function namesOfShare(folder: string): readonly string[] | undefined {
  const list = readShareList(folder);
  return typeof list === 'object' ? [shareFile, ...Object.keys(list.files).map(topOf)] : undefined;
}

async function mayBeOfEarlierDays(target: string, name: string): Promise<boolean> {
  if (nameProblem(name, []) !== undefined) return false;
  const page = join(target, name, 'index.html');
  return stat(page).then(
    (found) => found.isFile(),
    () => false,
  );
}
