import { mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exists, isSystemError, move, remove, resolveFolder } from '#src/integration/folders.ts';
import { beside, inside, lastingNamesIn } from './output-leftovers.ts';
import { recallOutput, rememberOutput } from './output-memory.ts';

/** A mount point, a layer of a container, a folder in one that is read-only. */
const renameRefusals = new Set(['EBUSY', 'EXDEV', 'EPERM', 'EACCES', 'EROFS']);

/**
 * Puts a finished folder in the place of the output, or its contents in the place of the output's
 * where that folder cannot be renamed. Until the last moment the old output stands there, and it
 * comes back when something fails.
 *
 * @param finished - absolute; is gone afterwards
 * @param outDir - absolute; a symbolic link stays, and its target is replaced
 * @param memory - the file in which the names at the top are remembered for the next check
 * @param aside - absolute: where what was the output until now is put, if it can be
 * @throws errors of the file system, none of them once the finished site is in its place
 */
export async function replaceOutput(
  finished: string,
  outDir: string,
  memory?: string,
  aside?: string,
): Promise<void> {
  const target = await resolveFolder(outDir);
  const names = await readdir(finished);
  if (memory !== undefined) {
    // Beforehand as well: a build may be killed before it can say what it has put there.
    const before = (await recallOutput(memory, target))?.names ?? [];
    const all = [...new Set([...before, ...(await lastingNamesIn(target)), ...names])];
    await rememberOutput(memory, target, { names: all, isWhole: false });
  }
  await putInPlace(finished, target);
  // From here on the new site is there: what fails now, the next build puts in order.
  const old = beside(target, 'old');
  if (aside !== undefined) await attempt(() => rename(old, aside));
  await attempt(() => remove(old));
  if (memory !== undefined) {
    await attempt(async () => {
      await rememberOutput(memory, target, { names: await lastingNamesIn(target), isWhole: true });
    });
  }
}

async function putInPlace(finished: string, target: string): Promise<void> {
  const fresh = beside(target, 'new');
  try {
    await remove(fresh);
    await mkdir(dirname(target), { recursive: true });
    await move(finished, fresh);
    await swapFolders(fresh, target);
  } catch (error) {
    const isRefused = isSystemError(error) && renameRefusals.has(error.code);
    if (!isRefused || !(await exists(target))) throw error;
    await swapContents((await exists(fresh)) ? fresh : finished, target);
  } finally {
    await remove(fresh);
  }
}

/** Does what the system may refuse. */
async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

async function swapFolders(fresh: string, target: string): Promise<void> {
  const old = beside(target, 'old');
  const hadOutput = await exists(target);
  if (hadOutput) {
    await remove(old);
    await rename(target, old);
  }
  try {
    await rename(fresh, target);
  } catch (error) {
    if (hadOutput) await rename(old, target);
    throw error;
  }
}

// All that can fail for want of space is done before the first old entry is touched.
async function swapContents(fresh: string, target: string): Promise<void> {
  const [into, out] = [inside(target, 'new'), inside(target, 'old')];
  const moved: (readonly [from: string, to: string])[] = [];
  const moveAll = async (names: readonly string[], from: string, to: string) => {
    for (const name of names) {
      await move(join(from, name), join(to, name));
      moved.push([join(from, name), join(to, name)]);
    }
  };
  try {
    await remove(into);
    await remove(out);
    const old = await readdir(target);
    await move(fresh, into);
    await mkdir(out);
    await moveAll(old, target, out);
    await moveAll(await readdir(into), into, target);
  } catch (error) {
    for (const [from, to] of moved.reverse()) await move(to, from);
    await remove(into);
    await remove(out);
    throw error;
  }
  await attempt(() => remove(into));
  await attempt(() => remove(out));
}
