import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { unreadable } from '#src/manuscript/source-file.ts';
import type { Ledger } from './ledger.ts';
import { ledgerFile, readLedger, type ReadLedger } from './read-ledger.ts';

/** Where the ledger is kept. */
export interface LedgerStore {
  /** Undefined where there is none yet. */
  readonly read: () => ReadLedger | undefined;
  /**
   * Puts a ledger in the place of the last one. When it returns, the new one is on the disk, and
   * whatever happens before that, the last one is.
   *
   * @throws LedgerError where that cannot be done
   */
  readonly write: (ledger: Ledger) => void;
}

/** The ledger cannot be written, for a reason of the operating system. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}

/**
 * @param contentDir - absolute
 * @param toText - a ledger as the text of its file
 */
export function createLedgerStore(
  contentDir: string,
  toText: (ledger: Ledger) => string,
): LedgerStore {
  const path = join(contentDir, ledgerFile);
  // The site leaves out what begins with a dot.
  const draft = join(contentDir, `.${ledgerFile}.new`);
  return {
    read() {
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(path);
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        return { finding: unreadable(ledgerFile, error) };
      }
      return readLedger(bytes);
    },
    write(ledger) {
      try {
        writeDurably(draft, toText(ledger));
        renameSync(draft, path);
        flushFolder(dirname(path));
      } catch (error) {
        const reason = codeOf(error);
        if (reason === undefined) throw error;
        removeIfPossible(draft);
        throw new LedgerError({ code: 'ledger-unwritable', file: ledgerFile, values: { reason } });
      }
    },
  };
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Without this a rename may be lost with the power, though the file itself is on the disk. */
function flushFolder(path: string): void {
  // Windows opens no folders, and writes renames into a journal.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** What is left of a draft is in nobody's way: the next one takes its place. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
