import type { Finding } from '#src/diagnostics/finding.ts';
import { compareTexts } from './order-texts.ts';
import { unreadable } from './source-file.ts';
import { walkFolder } from './walk-folder.ts';

export interface FileList {
  /**
   * Every file below the folder, relative to it, with forward slashes, as the file system holds
   * the name; in an order that does not depend on the file system.
   */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly findings: readonly Finding[];
}

/** Lists what is in a folder as `walkFolder` does, without what begins with `_` or `.`. Never throws. */
export function listFiles(root: string): FileList {
  const files: string[] = [];
  const folders: string[] = [];
  const findings: Finding[] = [];
  for (const entry of walkFolder(root, (name) => /^[._]/.test(name))) {
    const { path, kind } = entry;
    if (kind === 'file') files.push(path);
    else if (kind === 'folder') folders.push(path);
    else if (kind === 'loop') findings.push({ code: 'folder-loop', file: path, values: {} });
    else if (kind === 'unreadable') findings.push(ofUnreadable(path, entry.error));
    else if (isWritersFile(path)) findings.push(ofOther(path, entry));
  }
  return { files: inOrder(files), folders: inOrder(folders), findings };
}

function inOrder(paths: readonly string[]): readonly string[] {
  const composed = new Map(paths.map((path) => [path, path.normalize('NFC')]));
  return paths.toSorted(
    (a, b) => compareTexts(composed.get(a) ?? a, composed.get(b) ?? b) || compareTexts(a, b),
  );
}

/** Of a folder; the content's own may be missing, or a file. */
function ofUnreadable(path: string, error: unknown): Finding {
  const finding = unreadable(path === '' ? '.' : path, error);
  const isMissing = path === '' && noFolder.has(String(finding.values['reason']));
  return isMissing ? { code: 'content-missing', file: '.', values: {} } : finding;
}

const noFolder = new Set(['ENOENT', 'ENOTDIR', 'ELOOP']);

/** Of what bears the name of a file. */
function ofOther(
  path: string,
  entry: { readonly kind: string; readonly error?: unknown },
): Finding {
  return entry.kind === 'astray'
    ? unreadable(path, entry.error)
    : { code: 'file-unreadable', file: path, values: { reason: 'not a file' } };
}

function isWritersFile(path: string): boolean {
  return /\.(?:md|yaml)$/i.test(path);
}
