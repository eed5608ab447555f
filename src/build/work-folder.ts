import { relative, sep } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { contains, isSystemError } from '#src/integration/folders.ts';
import type { Project } from '#src/integration/project.ts';

/** No room, no right to write, a disk that is read-only or fails: nothing that a program can mend. */
const refusals = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'EIO']);

/**
 * The finding about the folder that builds work in, where the system refuses to write it.
 *
 * @returns a finding whose `file` is relative to the output; undefined where the error is about
 * anything else
 */
export function unwritableWork(
  { workDir, outDir }: Pick<Project, 'workDir' | 'outDir'>,
  error: unknown,
): Finding | undefined {
  if (!isSystemError(error) || !refusals.has(error.code)) return undefined;
  if (!contains(workDir, writtenPath(error) ?? workDir)) return undefined;
  const file = relative(outDir, workDir).replaceAll(sep, '/');
  return { code: 'work-unwritable', file, values: { path: workDir, reason: error.code } };
}

/** What could not be written; where a file is open already, the system names none. */
function writtenPath({ dest, path }: FileError): string | undefined {
  // Of a link, a copy and a rename, `path` is what is read.
  return [dest, path].find((one) => typeof one === 'string');
}

type FileError = Error & { readonly dest?: unknown; readonly path?: unknown };
