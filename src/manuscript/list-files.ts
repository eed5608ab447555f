import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { compareTexts } from './order-texts.ts';
import { unreadable } from './source-file.ts';

export interface FileList {
  /**
   * Every file below the folder, relative to it, with forward slashes, as the file system holds
   * the name; in an order that does not depend on the file system.
   */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Lists what is in a folder, at any depth, without what begins with `_` or `.`. Links are
 * followed, to folders at most two deep and never back to where they come from, so that no ring of
 * links goes round for ever. Never throws.
 */
export async function listFiles(root: string): Promise<FileList> {
  const list = {
    files: new Array<string>(),
    folders: new Array<string>(),
    findings: new Array<Finding>(),
  };
  let top: string;
  try {
    top = await realpath(root);
  } catch {
    return { ...list, findings: [{ code: 'content-missing', file: '.', values: {} }] };
  }
  await walk({ root, path: '', ancestors: [top], links: 0 }, list);
  return { ...list, files: inOrder(list.files), folders: inOrder(list.folders) };
}

function inOrder(paths: readonly string[]): readonly string[] {
  const composed = new Map(paths.map((path) => [path, path.normalize('NFC')]));
  return paths.toSorted(
    (a, b) => compareTexts(composed.get(a) ?? a, composed.get(b) ?? b) || compareTexts(a, b),
  );
}

interface Visit {
  readonly root: string;
  readonly path: string;
  /** Real paths of the folders that lead here. */
  readonly ancestors: readonly string[];
  /** How many of them were links. */
  readonly links: number;
}

const mostLinks = 2;

async function walk(
  visit: Visit,
  list: { files: string[]; folders: string[]; findings: Finding[] },
) {
  let entries: Dirent[];
  try {
    entries = await readdir(join(visit.root, visit.path), { withFileTypes: true });
  } catch (error) {
    const isNoFolder =
      visit.path === '' && error instanceof Error && 'code' in error && error.code === 'ENOTDIR';
    list.findings.push(
      isNoFolder
        ? { code: 'content-missing', file: '.', values: {} }
        : unreadable(visit.path === '' ? '.' : visit.path, error),
    );
    return;
  }
  for (const entry of entries) {
    if (/^[._]/.test(entry.name)) {
      continue;
    }
    const path = visit.path === '' ? entry.name : `${visit.path}/${entry.name}`;
    const kind = await kindOf(entry, join(visit.root, path));
    if (kind === 'file') {
      list.files.push(path);
    } else if (kind === 'folder') {
      await enter(entry, { ...visit, path }, list);
    } else if (isWritersFile(entry.name)) {
      list.findings.push({ code: 'file-unreadable', file: path, values: { reason: kind } });
    }
  }
}

async function enter(entry: Dirent, visit: Visit, list: Parameters<typeof walk>[1]) {
  const isLink = entry.isSymbolicLink();
  const links = visit.links + (isLink ? 1 : 0);
  const real = isLink
    ? await realpath(join(visit.root, visit.path)).catch(() => undefined)
    : join(visit.ancestors.at(-1) ?? visit.root, entry.name);
  if (real === undefined || visit.ancestors.includes(real) || links > mostLinks) {
    list.findings.push({ code: 'folder-loop', file: visit.path, values: {} });
    return;
  }
  list.folders.push(visit.path);
  await walk({ ...visit, ancestors: [...visit.ancestors, real], links }, list);
}

/** `file`, `folder`, or the reason for which it is neither. */
async function kindOf(entry: Dirent, absolute: string): Promise<string> {
  if (entry.isFile()) {
    return 'file';
  }
  if (entry.isDirectory()) {
    return 'folder';
  }
  if (!entry.isSymbolicLink()) {
    return 'not a file';
  }
  try {
    const target = await stat(absolute);
    return target.isFile() ? 'file' : target.isDirectory() ? 'folder' : 'not a file';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}

function isWritersFile(name: string): boolean {
  return /\.(?:md|yaml)$/i.test(name);
}
