import type { Finding } from '#src/diagnostics/finding.ts';
import { findingsIn, invalidFolders, madeFolders } from './folders-with-mistakes.ts';

/** Every finding in the folders with mistakes, a folder after another. */
export async function exampleFindings(): Promise<readonly Finding[]> {
  const folders = await Promise.all((await invalidFolders()).map(findingsIn));
  const made = await Promise.all(madeFolders.map(({ findings }) => findings()));
  return [...folders, ...made].flat();
}
