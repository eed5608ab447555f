import type { Finding } from '#src/diagnostics/finding.ts';
import { ledgerFindings } from '#tests/unit/announce/ledger-mistakes.ts';
import { findingsIn, invalidFolders, madeFolders } from './folders-with-mistakes.ts';

/** Every finding in the folders with mistakes, a folder after another, and in ledgers. */
export async function exampleFindings(): Promise<readonly Finding[]> {
  const folders = await Promise.all((await invalidFolders()).map(findingsIn));
  const made = await Promise.all(madeFolders.map(({ findings }) => findings()));
  return [...folders, ...made, ledgerFindings()].flat();
}
