import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { unreadable } from '#src/manuscript/source-file.ts';
import { writeWhole } from '#src/manuscript/write-whole.ts';
import { emptyLedger, type Ledger } from './ledger.ts';
import { ledgerFile, readLedger, type ReadLedger } from './read-ledger.ts';

/** Where the ledger is kept. */
export interface LedgerStore {
  /** Undefined where there is none yet. */
  readonly read: () => ReadLedger | undefined;
  /**
   * Puts a changed ledger in the place of the one that is there, which may be another than that of
   * the last time: somebody may have written into it. When it returns, the new one is on the disk,
   * and whatever happens before that, the one before is. Where the change leaves it as it is, nothing
   * is written.
   *
   * @returns the new one
   * @throws LedgerError where what is there cannot be read, or nothing can be written
   */
  readonly update: (change: (ledger: Ledger) => Ledger) => Ledger;
}

/** The ledger cannot be written, for a reason of the operating system, or for what is in it. */
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
  let known: { readonly bytes: Buffer; readonly ledger: Ledger } | undefined;
  const read = (): ReadLedger | undefined => {
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      // Removed while a run goes on, it still is what that run knows.
      if (codeOf(error) === 'ENOENT') return known;
      return { finding: unreadable(ledgerFile, error) };
    }
    if (known?.bytes.equals(bytes) === true) return known;
    const found = readLedger(bytes);
    if ('ledger' in found) known = { bytes, ledger: found.ledger };
    return found;
  };
  return {
    read,
    update(change) {
      const found = read() ?? { ledger: emptyLedger };
      if ('finding' in found) throw new LedgerError(found.finding);
      const ledger = change(found.ledger);
      if (ledger === found.ledger) return ledger;
      const bytes = Buffer.from(toText(ledger));
      try {
        writeWhole(path, bytes);
      } catch (error) {
        const reason = codeOf(error);
        if (reason === undefined) throw error;
        throw new LedgerError({ code: 'ledger-unwritable', file: ledgerFile, values: { reason } });
      }
      known = { bytes, ledger };
      return ledger;
    },
  };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
