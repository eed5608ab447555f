import { relative, sep } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { contains, isSystemError } from '#src/integration/folders.ts';
import type { Project } from '#src/integration/project.ts';

/** No room, no right to write, a disk that is read-only or fails: nothing that a program can mend. */
const refusals = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'EIO']);

/**
 * The finding about the folder that builds work in, where the system refuses to write it.
 *
 * @returns a finding whose `file` is relative to the output
 * @throws the error itself when it is about anything else
 */
export function unwritableWork(
  { workDir, outDir }: Pick<Project, 'workDir' | 'outDir'>,
  error: unknown,
): Finding {
  // Where a file is open already, the system names none.
  const path = error instanceof Error && 'path' in error ? String(error.path) : workDir;
  const isRefused = isSystemError(error) && refusals.has(error.code) && contains(workDir, path);
  if (!isRefused) throw error;
  const file = relative(outDir, workDir).replaceAll(sep, '/');
  return { code: 'work-unwritable', file, values: { path: workDir, reason: error.code } };
}
