import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** Something below a folder. */
export type FoundEntry = { readonly path: string } & (
  | { readonly kind: 'file' | 'folder' }
  /** A link that is not followed: to a folder that it lies in, or one of more than two on the way. */
  | { readonly kind: 'loop' }
  /** Neither file nor folder. */
  | { readonly kind: 'other' }
  /** A link that leads nowhere, or where nobody may look. */
  | { readonly kind: 'astray'; readonly error: unknown }
  /** A folder that cannot be read. */
  | { readonly kind: 'unreadable'; readonly error: unknown }
);

/**
 * All that is below a folder, at any depth. Links are followed, to folders at most two deep and never
 * back to where they come from, so that no ring of links goes round for ever.
 *
 * @param root - absolute
 * @param isLeftOut - by its name: neither it nor what is in it is told
 * @returns with paths relative to the folder and forward slashes (its own is empty), in no order
 */
export function walkFolder(
  root: string,
  isLeftOut: (name: string) => boolean = () => false,
): Iterable<FoundEntry> {
  return walk({ root, path: '', ancestors: [realpathOf(root) ?? root], links: 0 }, isLeftOut);
}

/** A folder on the way. */
interface Visit {
  readonly root: string;
  readonly path: string;
  /** Its own real path, behind those of the folders that it lies in. */
  readonly ancestors: readonly string[];
  /** How many links lead here. */
  readonly links: number;
}

const mostLinks = 2;

function* walk(visit: Visit, isLeftOut: (name: string) => boolean): Generator<FoundEntry> {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(join(visit.root, visit.path), { withFileTypes: true });
  } catch (error) {
    yield { path: visit.path, kind: 'unreadable', error };
    return;
  }
  for (const entry of entries) {
    if (isLeftOut(entry.name)) continue;
    const path = visit.path === '' ? entry.name : `${visit.path}/${entry.name}`;
    const found = lookAt(entry, join(visit.root, path));
    if (found.kind !== 'folder') {
      yield { path, ...found };
      continue;
    }
    const inside = enter(entry, { ...visit, path });
    yield { path, kind: inside === undefined ? 'loop' : 'folder' };
    if (inside !== undefined) yield* walk(inside, isLeftOut);
  }
}

/** Undefined where a link leads back, or is one too many. */
function enter(entry: Dirent, visit: Visit): Visit | undefined {
  const isLink = entry.isSymbolicLink();
  const links = visit.links + (isLink ? 1 : 0);
  const real = isLink
    ? realpathOf(join(visit.root, visit.path))
    : join(visit.ancestors.at(-1) ?? visit.root, entry.name);
  if (real === undefined || visit.ancestors.includes(real) || links > mostLinks) return undefined;
  return { ...visit, ancestors: [...visit.ancestors, real], links };
}

type Look =
  | { readonly kind: 'file' | 'folder' | 'other' }
  | { readonly kind: 'astray'; readonly error: unknown };

function lookAt(entry: Dirent, absolute: string): Look {
  if (!entry.isSymbolicLink()) return { kind: kindOf(entry) };
  try {
    return { kind: kindOf(statSync(absolute)) };
  } catch (error) {
    return { kind: 'astray', error };
  }
}

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory'>): 'file' | 'folder' | 'other' {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

function realpathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    // Gone by now, or nowhere: what reads it next tells.
    return undefined;
  }
}
