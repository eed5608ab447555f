import { access, constants, mkdir, readdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { nameProblem } from '#src/manuscript/addresses.ts';
import { feedFileNames } from '#src/site/feed-forms.ts';
import { pictureFolders, searchFolder } from '#src/site/urls.ts';
import {
  contains,
  exists,
  isSystemError,
  move,
  remove,
  resolveFolder,
  tryToMake,
  namesIn,
} from '#src/integration/folders.ts';
import { recallOutput, rememberOutput } from './output-memory.ts';
import { partsFolder, readShareList, shareFile } from './share-list.ts';

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
/** Inside an output that cannot be renamed itself: the new contents on their way in, and the old. */
const incoming = '.tsuzuki-new';
const outgoing = '.tsuzuki-old';
/** Put there by the system that shows the folder, or by a build that was killed. */
const disposable = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', incoming, outgoing]);
/** A mount point, a layer of a container, a folder in one that is read-only. */
const renameRefusals = new Set(['EBUSY', 'EXDEV', 'EPERM', 'EACCES', 'EROFS']);

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
    if (!(await isInTheWay(target, folders))) {
      await putInOrder(target);
      if (await isReplaceable(target, folders)) return [];
    }
    return [{ code: 'output-not-replaceable', file: '.', values: { path: outDir } }];
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

/**
 * Puts a finished folder in the place of the output, or its contents in the place of the output's
 * where that folder cannot be renamed. Until the last moment the old output stands there, and it
 * comes back when something fails.
 *
 * @param finished - absolute; is gone afterwards
 * @param outDir - absolute; a symbolic link stays, and its target is replaced
 * @param memory - the file in which the names at the top are remembered for the next check
 * @param aside - absolute: where what was the output until now is put, if it can be
 * @throws errors of the file system, none of them once the finished site is in its place
 */
export async function replaceOutput(
  finished: string,
  outDir: string,
  memory?: string,
  aside?: string,
): Promise<void> {
  const target = await resolveFolder(outDir);
  const names = await readdir(finished);
  if (memory !== undefined) {
    // Beforehand as well: a build may be killed before it can say what it has put there.
    const before = (await recallOutput(memory, target))?.names ?? [];
    const all = [...new Set([...before, ...(await lastingNamesIn(target)), ...names])];
    await rememberOutput(memory, target, { names: all, isWhole: false });
  }
  await putInPlace(finished, target);
  // From here on the new site is there: what fails now, the next build puts in order.
  const old = beside(target, 'old');
  if (aside !== undefined) await attempt(() => rename(old, aside));
  await attempt(() => remove(old));
  if (memory !== undefined) {
    await attempt(async () => {
      await rememberOutput(memory, target, { names: await lastingNamesIn(target), isWhole: true });
    });
  }
}

async function isInTheWay(target: string, { kept, sources }: OutputFolders): Promise<boolean> {
  // What is wrong with the content's own path is not for here to tell.
  const resolved = (paths: readonly string[]) =>
    Promise.all(paths.map((path) => resolveFolder(path).catch(() => path)));
  return (
    (await resolved(kept)).some((folder) => contains(target, folder)) ||
    (await resolved(sources)).some((folder) => contains(folder, target))
  );
}

/** @throws errors of the file system when it cannot be written */
async function isReplaceable(
  target: string,
  { memory, expected = [] }: OutputFolders,
): Promise<boolean> {
  const isThere = await exists(target);
  try {
    await tryToMake(beside(target, 'new'));
  } catch (error) {
    if (!isThere) throw error;
    await tryToMake(join(target, incoming));
  }
  if (!isThere) return true;
  const names = await lastingNamesIn(target);
  await access(target, constants.W_OK);
  if (names.length === 0) return true;

  const last = memory === undefined ? undefined : await recallOutput(memory, target);
  const isSite = landmarks.every((name) => names.includes(name));
  const share = isSite ? undefined : namesOfShare(target);
  if (!isSite && share === undefined && last?.isWhole !== false) return false;
  const ours = new Set([...(share ?? [...routes, ...expected]), ...(last?.names ?? [])]);
  const isKnown = last !== undefined || share !== undefined;
  for (const name of names.filter((one) => !ours.has(one))) {
    if (isKnown || !(await mayBeOfEarlierDays(target, name))) return false;
  }
  return true;
}

/** All that lies at the top of a share, by its own list; undefined where there is none. */
function namesOfShare(folder: string): readonly string[] | undefined {
  const list = readShareList(folder);
  return list && [shareFile, ...Object.keys(list.files).map((path) => path.split('/')[0] ?? '')];
}

async function mayBeOfEarlierDays(target: string, name: string): Promise<boolean> {
  if (nameProblem(name, []) !== undefined) return false;
  const page = join(target, name, 'index.html');
  return stat(page).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function putInPlace(finished: string, target: string): Promise<void> {
  const fresh = beside(target, 'new');
  try {
    await remove(fresh);
    await mkdir(dirname(target), { recursive: true });
    await move(finished, fresh);
    await swapFolders(fresh, target);
  } catch (error) {
    const isRefused = isSystemError(error) && renameRefusals.has(error.code);
    if (!isRefused || !(await exists(target))) throw error;
    await swapContents((await exists(fresh)) ? fresh : finished, target);
  } finally {
    await remove(fresh);
  }
}

/** Does what the system may refuse. */
async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

async function swapFolders(fresh: string, target: string): Promise<void> {
  const old = beside(target, 'old');
  const hadOutput = await exists(target);
  if (hadOutput) {
    await remove(old);
    await rename(target, old);
  }
  try {
    await rename(fresh, target);
  } catch (error) {
    if (hadOutput) await rename(old, target);
    throw error;
  }
}

// All that can fail for want of space is done before the first old entry is touched.
async function swapContents(fresh: string, target: string): Promise<void> {
  const [into, out] = [join(target, incoming), join(target, outgoing)];
  const moved: (readonly [from: string, to: string])[] = [];
  const moveAll = async (names: readonly string[], from: string, to: string) => {
    for (const name of names) {
      await move(join(from, name), join(to, name));
      moved.push([join(from, name), join(to, name)]);
    }
  };
  try {
    await remove(into);
    await remove(out);
    const old = await readdir(target);
    await move(fresh, into);
    await mkdir(out);
    await moveAll(old, target, out);
    await moveAll(await readdir(into), into, target);
  } catch (error) {
    for (const [from, to] of moved.reverse()) await move(to, from);
    await remove(into);
    await remove(out);
    throw error;
  }
  await attempt(() => remove(into));
  await attempt(() => remove(out));
}

/**
 * Removes what a killed build has left beside an output. Where it had put the last one aside, and the
 * new one not yet in its place, the last one is put back.
 */
async function putInOrder(target: string): Promise<void> {
  const old = beside(target, 'old');
  await remove(beside(target, 'new'));
  if (!(await exists(old))) return;
  if (await exists(target)) await remove(old);
  else await rename(old, target);
}

/** A folder beside the output, on the same disk: the new contents on their way in, or the old. */
function beside(target: string, what: 'new' | 'old'): string {
  return `${target}.tsuzuki-${what}`;
}

/** What lies there and is not to be left out of account. */
async function lastingNamesIn(folder: string): Promise<readonly string[]> {
  return (await namesIn(folder)).filter((name) => !disposable.has(name));
}
