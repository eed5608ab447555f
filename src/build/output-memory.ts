import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isSystemError } from '#src/integration/folders.ts';

/** What builds of this checkout left in an output folder. */
export interface OutputMemory {
  /** Whatever they put at the top of it. */
  readonly names: readonly string[];
  /** False while a build is putting its site there, and after one that was killed doing so. */
  readonly isWhole: boolean;
}

const schema = z.record(z.string(), z.object({ names: z.array(z.string()), isWhole: z.boolean() }));

/** Tests build into hundreds of folders; a forgotten one is only looked at more warily. */
const limit = 100;

/** The file of what builds of this checkout wrote: beside the output, whose bytes are the site's. */
export function memoryFile(workDir: string): string {
  return join(workDir, 'outputs.json');
}

/**
 * @param outDir - absolute and resolved
 * @returns undefined when nothing is remembered, or the file does not say it any more
 */
export async function recallOutput(
  file: string,
  outDir: string,
): Promise<OutputMemory | undefined> {
  return (await readMemory(file)).get(outDir);
}

/**
 * Only a holder of the build lock may call it.
 *
 * @param outDir - absolute and resolved
 * @throws errors of the file system
 */
export async function rememberOutput(
  file: string,
  outDir: string,
  memory: OutputMemory,
): Promise<void> {
  const outputs = await readMemory(file);
  // The latest comes last, and the first are forgotten.
  outputs.delete(outDir);
  outputs.set(outDir, memory);
  const text = JSON.stringify(Object.fromEntries([...outputs].slice(-limit)), null, 2);
  await mkdir(dirname(file), { recursive: true });
  // A build that is killed while it writes leaves the last file whole.
  await writeFile(`${file}.new`, `${text}\n`);
  await rename(`${file}.new`, file);
}

async function readMemory(file: string): Promise<Map<string, OutputMemory>> {
  try {
    return new Map(Object.entries(schema.parse(JSON.parse(await readFile(file, 'utf8')))));
  } catch (error) {
    if (isSystemError(error) || error instanceof SyntaxError || error instanceof z.ZodError) {
      return new Map();
    }
    throw error;
  }
}
