import { statSync } from 'node:fs';

/** What is known of files as they stand on the disk. */
export interface KnownFiles<T> {
  readonly look: (absolutePath: string) => KnownFile<T>;
}

export interface KnownFile<T> {
  /** Undefined where the file may have changed since. */
  readonly current: T | undefined;
  /** What was known last, be the file as it was or not. */
  readonly last: T | undefined;
  /** Remembers what was learned from the file after the look at it. */
  readonly keep: (value: T) => void;
}

/**
 * Remembers files by what the file system says of them, their time of change to begin with. A file
 * that was changed right before it was read may be changed again within the same tick of the clock:
 * it is not taken for known.
 *
 * @param clock - that of the file system, in epoch milliseconds
 */
export function createKnownFiles<T>(clock: () => number = Date.now): KnownFiles<T> {
  const known = new Map<string, { readonly state: State | undefined; readonly value: T }>();
  return {
    look(path) {
      const state = stateOf(path, clock());
      const last = known.get(path);
      const isSame = state !== undefined && last?.state !== undefined && isEqual(state, last.state);
      return {
        current: isSame ? last.value : undefined,
        last: last?.value,
        keep(value) {
          known.set(path, { state, value });
        },
      };
    },
  };
}

/** The longest tick of a file system's clock (FAT), in milliseconds. */
const tick = 2000;

interface State {
  readonly changed: number;
  readonly modified: number;
  readonly size: number;
  readonly inode: number;
}

/** Undefined for what is not there or has changed just now. */
function stateOf(path: string, now: number): State | undefined {
  try {
    const { ctimeMs: changed, mtimeMs: modified, size, ino: inode } = statSync(path);
    const isSettled = Math.max(changed, modified) < now - tick;
    return isSettled ? { changed, modified, size, inode } : undefined;
  } catch {
    return undefined;
  }
}

function isEqual(a: State, b: State): boolean {
  return (
    a.changed === b.changed && a.modified === b.modified && a.size === b.size && a.inode === b.inode
  );
}
