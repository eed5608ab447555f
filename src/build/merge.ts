import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { withLock, type LockOptions } from '#src/integration/build-lock.ts';
import { codeDigest } from '#src/integration/code-digest.ts';
import { isSystemError, remove } from '#src/integration/folders.ts';
import type { Project } from '#src/integration/project.ts';
import { searchFilesIn } from '#src/integration/search-files.ts';
import { joinSearch } from '#src/integration/search-output.ts';
import { digestOf } from '#src/manuscript/source-file.ts';
import { searchFolder } from '#src/site/urls.ts';
import { linkFile } from './mirror.ts';
import { prepareOutput, unwritableOutput } from './output-folder.ts';
import { checkLimits } from './output-limits.ts';
import { memoryFile } from './output-memory.ts';
import { partsFile, readShareList, type ShareList } from './share-list.ts';
import { replaceOutput } from './replace-output.ts';
import { topOf } from './top-of.ts';
import { unwritableWork } from './work-folder.ts';

export interface MergeOptions {
  readonly project: Project;
  /** Absolute: of each share, in any order. */
  readonly folders: readonly string[];
  /** A build of this project is running, and this one waits for it. */
  readonly onWait: LockOptions['onWait'];
}

/** Why shares cannot be joined. */
export type MergeProblem =
  /** There is no share in a folder, or one that was cut or cannot be read. */
  | { readonly kind: 'no-share'; readonly folder: string }
  | { readonly kind: 'missing'; readonly numbers: readonly number[]; readonly of: number }
  /** Two folders hold the same share. */
  | { readonly kind: 'twice'; readonly number: number }
  /** It was built from other content than the first, at another moment, or with search or without. */
  | { readonly kind: 'foreign'; readonly folder: string; readonly first: string }
  /** It is one of another number of shares than the first. */
  | { readonly kind: 'dealt-otherwise'; readonly folder: string; readonly first: string }
  /** It was built by other code than that which is to join it. */
  | { readonly kind: 'other-code'; readonly folder: string }
  /** It lacks a file, or has one that cannot be read or is not as it was written. */
  | { readonly kind: 'damaged'; readonly folder: string; readonly path: string };

export interface MergeResult {
  readonly problem?: MergeProblem;
  /** About the output folder. */
  readonly outputFindings: readonly Finding[];
  readonly isMerged: boolean;
}

/**
 * Joins the shares of a site into the site: nothing is built again, only the list that search begins
 * with is put together from theirs. The shares stay as they are.
 *
 * @returns also where the output, or the folder that builds work in, cannot be written
 * @throws Error where a group of search is in no share, and other errors of the file system
 */
export async function mergeShares(options: MergeOptions): Promise<MergeResult> {
  const { project, folders, onWait } = options;
  const { root, workDir } = project;
  const shares = findShares(folders, codeDigest(root));
  if ('kind' in shares) return { problem: shares, outputFindings: [], isMerged: false };
  try {
    return await withLock(join(workDir, 'build.lock'), { onWait }, () =>
      joinShares(options, shares),
    );
  } catch (error) {
    const unwritable = unwritableWork(project, error);
    if (unwritable === undefined) throw error;
    return { outputFindings: [unwritable], isMerged: false };
  }
}

/** Only for a holder of the build lock. */
async function joinShares(
  { project, folders }: MergeOptions,
  shares: readonly FoundShare[],
): Promise<MergeResult> {
  const { root, workDir, contentDir, publicDir, outDir } = project;
  const memory = memoryFile(workDir);
  const outputFindings = await prepareOutput({
    outDir,
    kept: [root, contentDir, ...folders],
    sources: [contentDir, publicDir, workDir, ...folders],
    memory,
    expected: shares.flatMap(({ list }) => Object.keys(list.files).map(topOf)),
  });
  if (hasErrors(outputFindings)) return { outputFindings, isMerged: false };
  const finished = join(workDir, 'merged');
  await remove(finished);
  const files: SizedFile[] = [];
  for (const share of shares) {
    const problem = takeShare(share, finished, files);
    if (problem !== undefined) return { problem, outputFindings, isMerged: false };
  }
  await joinIndexes(shares, finished, files);
  try {
    await replaceOutput(finished, outDir, memory);
  } catch (error) {
    const unwritable = unwritableWork(project, error) ?? unwritableOutput(outDir, error);
    return { outputFindings: [unwritable], isMerged: false };
  }
  return { outputFindings: [...outputFindings, ...checkLimits(files)], isMerged: true };
}

/** A file of the site that has been put together, and its size in bytes. */
interface SizedFile {
  readonly path: string;
  readonly size: number;
}

/** @param files - to which those that all shares have a part in are added */
async function joinIndexes(
  shares: readonly FoundShare[],
  finished: string,
  files: SizedFile[],
): Promise<void> {
  const lists = shares.flatMap(({ list }) => list.search ?? []);
  const readParts = (nth: number, group: string) =>
    readFileSync(join(shares[nth]?.folder ?? '', partsFile(group)));
  const put = searchFilesIn(join(finished, searchFolder), (path, size) => {
    files.push({ path: `${searchFolder}/${path}`, size });
  });
  await joinSearch(lists, readParts, put);
}

interface FoundShare {
  readonly folder: string;
  readonly list: ShareList;
}

/** All shares of one site, in their order, or what is wrong with them. */
function findShares(
  folders: readonly string[],
  code: string,
): readonly FoundShare[] | MergeProblem {
  const byNumber = new Map<number, FoundShare>();
  let first: FoundShare | undefined;
  for (const folder of folders) {
    const list = readShareList(folder);
    if (list === undefined) return { kind: 'no-share', folder };
    if (list === 'of-other-code') return { kind: 'other-code', folder };
    // Other code makes another site, so it is asked for that first.
    if (list.code !== code) return { kind: 'other-code', folder };
    first ??= { folder, list };
    const known = { folder, first: first.folder };
    if (list.of !== first.list.of) return { kind: 'dealt-otherwise', ...known };
    if (list.site !== first.list.site) return { kind: 'foreign', ...known };
    if (byNumber.has(list.number)) return { kind: 'twice', number: list.number };
    byNumber.set(list.number, { folder, list });
  }
  const of = first?.list.of ?? 0;
  const numbers = Array.from({ length: of }, (_, i) => i + 1);
  const missing = numbers.filter((number) => !byNumber.has(number));
  if (of === 0 || missing.length > 0) return { kind: 'missing', numbers: missing, of };
  return [...byNumber.values()].sort((a, b) => a.list.number - b.list.number);
}

/** @param files - of the shares before it, to which its own are added */
function takeShare(
  { folder, list }: FoundShare,
  finished: string,
  files: SizedFile[],
): MergeProblem | undefined {
  const parts = new Set(partsFilesOf(list));
  for (const path of new Set([...Object.keys(list.files), ...parts])) {
    const source = join(folder, path);
    const bytes = readIfPossible(source);
    if (bytes === undefined || digestOf(bytes) !== list.files[path]) {
      return { kind: 'damaged', folder, path };
    }
    if (parts.has(path)) continue;
    const target = join(finished, path);
    mkdirSync(dirname(target), { recursive: true });
    linkFile(source, target);
    files.push({ path, size: bytes.length });
  }
  return undefined;
}

function partsFilesOf({ search }: ShareList): readonly string[] {
  const groups = search?.bundles.flatMap((bundle) => bundle.groups) ?? [];
  return groups.flatMap(({ summary }) => (summary === undefined ? [] : partsFile(summary.folder)));
}

function readIfPossible(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}
