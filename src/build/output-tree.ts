import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { z } from 'zod';
import type { FileContent } from '#src/integration/endpoint.ts';
import { isMissing } from '#src/integration/folders.ts';
import { once } from '#src/manuscript/once.ts';
import { compareTexts } from '#src/manuscript/order-texts.ts';
import { digestOf } from '#src/manuscript/source-file.ts';
import { createOutputWriter, type WrittenFile } from './output-writer.ts';
import { removeOthers } from './remove-others.ts';

/**
 * The output as it is kept from build to build. A file that is made of the same things as before
 * stays as it is, but only where its bytes are still those that were written; whatever is neither
 * kept nor written anew is removed in the end.
 */
export interface OutputTree {
  /** Absolute. */
  readonly folder: string;
  /** Whether there is nothing that could be kept. */
  readonly keepsNothing: boolean;
  /** Keeps a file, if it is there and made of this. */
  readonly keep: (path: string, key: string) => boolean;
  /**
   * Keeps all files of a folder whose name stands for what is in it, if none of them has changed; the
   * record has all or none of a folder, since it is written when a build has come to its end.
   */
  readonly keepFolder: (path: string) => boolean;
  /** Takes note of a file that was written by a `WriteOutput`, in this thread or another. */
  readonly add: (file: WrittenFile) => void;
  /** Writes a file, whatever is there. */
  readonly put: (file: Pick<WrittenFile, 'path' | 'key'>, bytes: Uint8Array) => void;
  /** Writes a file, unless its bytes are there already. */
  readonly write: (path: string, content: FileContent) => void;
  /**
   * Removes what does not belong to the output any more, and remembers the rest.
   *
   * @throws Error where a file that belongs to it is not there, and errors of the file system
   */
  readonly finish: () => void;
  /** All that was kept or written until now. */
  readonly written: () => Iterable<WrittenFile>;
}

const recordedFile = z.tuple([z.string(), z.number(), z.number(), z.string()]);
const recordSchema = z.object({ code: z.string(), files: z.record(z.string(), recordedFile) });

/**
 * @param folder - absolute; made where it is missing
 * @param code - what made the output, besides the keys: what another code has made is not kept
 * @throws errors of the file system
 */
export function openOutputTree(folder: string, code: string): OutputTree {
  mkdirSync(folder, { recursive: true });
  const recordFile = `${folder}.json`;
  const recorded = readRecord(recordFile, code);
  const files = new Map<string, WrittenFile>();
  const writeOutput = createOutputWriter(folder);
  const add: OutputTree['add'] = (file) => files.set(file.path, file);
  const put: OutputTree['put'] = (file, bytes) => {
    add(writeOutput(file, bytes));
  };
  const keep: OutputTree['keep'] = (path, key) => {
    const last = recorded.get(path);
    if (last?.key !== key) return false;
    const file = asRecorded(folder, last);
    if (file === undefined) return false;
    files.set(path, file);
    return true;
  };
  const recordedIn = once(() => Map.groupBy(recorded.values(), ({ path }) => posix.dirname(path)));
  const keepFolder: OutputTree['keepFolder'] = (path) => {
    const last = recordedIn().get(path) ?? [];
    return last.length > 0 && last.every((file) => keep(file.path, file.key));
  };
  return {
    folder,
    keepsNothing: recorded.size === 0,
    keep,
    keepFolder,
    add,
    put,
    written: () => files.values(),
    write(path, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const key = digestOf(bytes);
      if (!keep(path, key)) put({ path, key }, bytes);
    },
    finish() {
      removeOthers(folder, files.keys());
      const entries = [...files.values()]
        .sort((a, b) => compareTexts(a.path, b.path))
        .map(({ path, key, size, modified, digest }) => [path, [key, size, modified, digest]]);
      const record = { code, files: Object.fromEntries(entries) as unknown };
      // One that is killed while it writes leaves the last record, which is checked anyway.
      writeFileSync(`${recordFile}.new`, JSON.stringify(record));
      renameSync(`${recordFile}.new`, recordFile);
    },
  };
}

/** None where there is none, or one of another code, or one that was cut. */
function readRecord(file: string, code: string): ReadonlyMap<string, WrittenFile> {
  try {
    const record = recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (record.code !== code) return new Map();
    const entries = Object.entries(record.files).map(
      ([path, [key, size, modified, digest]]) =>
        [path, { path, key, size, modified, digest }] as const,
    );
    return new Map(entries);
  } catch (error) {
    const isUnusable = error instanceof SyntaxError || error instanceof z.ZodError;
    if (isMissing(error) || isUnusable) return new Map();
    throw error;
  }
}

/** The file, where it still has the bytes that were written. */
function asRecorded(folder: string, file: WrittenFile): WrittenFile | undefined {
  const absolute = join(folder, file.path);
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.size !== file.size) return undefined;
  if (found.mtimeMs === file.modified) return file;
  // Unpacked from an archive, perhaps, or touched.
  if (digestOf(readFileSync(absolute)) !== file.digest) return undefined;
  return { ...file, modified: found.mtimeMs };
}
