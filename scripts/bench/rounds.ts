import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exists, filesIn, remove } from '#src/integration/folders.ts';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import type { Contender } from './contenders/contender.ts';
import type { CorpusShape } from './corpus/corpus.ts';
import { editNames, editsOf, type Edit, type EditName } from './edits.ts';
import { outputSize, type OutputSize } from './measure/output-size.ts';
import { runMeasured, type MeasuredRun } from './measure/run-measured.ts';

/** One build of one contender. */
export interface Measurement extends MeasuredRun {
  readonly contender: string;
  readonly edit: EditName;
  /** From 1 on. */
  readonly round: number;
  readonly output: OutputSize;
}

export interface RoundsOptions {
  readonly shape: CorpusShape;
  /** Absolute: the corpus as it was made. */
  readonly corpus: string;
  readonly contenders: readonly Contender[];
  /** Those that are measured; a cold build comes first in any case. */
  readonly edits: readonly EditName[];
  readonly rounds: number;
  /** Absolute, on the disk of the contenders: where what was built is put aside. */
  readonly aside: string;
  /** Told of each build that has ended. */
  readonly tell: (measured: Measurement) => void;
}

/**
 * Builds the corpus cold and after each edit, once a round. Contenders take turns at each edit, so that a
 * busy minute meets all of them, and in each round another one goes first, since a machine is slower after
 * long work.
 *
 * @throws Error where a build fails
 */
export async function measureRounds(options: RoundsOptions): Promise<readonly Measurement[]> {
  const { shape, corpus, contenders, edits, rounds, aside, tell } = options;
  const changes = editsOf(shape);
  const measurements: Measurement[] = [];
  for (const contender of contenders) await fill(contender, corpus);
  for (let round = 1; round <= rounds; round += 1) {
    for (const edit of editNames.filter((name) => name === 'cold' || edits.includes(name))) {
      for (const contender of rotated(contenders, round - 1)) {
        if (edit === 'cold') {
          await putAside(contender, aside);
          await undo(Object.values(changes), contender, corpus);
        }
        await carryOut(contender, changes[edit]);
        const run = await runMeasured(contender.build);
        await contender.check?.();
        const output = await outputSize(contender.outDir);
        const measured = { contender: contender.name, edit, round, ...run, output };
        tell(measured);
        if (edits.includes(edit)) measurements.push(measured);
      }
    }
  }
  return measurements;
}

function rotated<T>(items: readonly T[], by: number): readonly T[] {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

async function fill({ contentDir, takes }: Contender, corpus: string): Promise<void> {
  await mapConcurrently(filesIn(corpus).filter(takes), 16, async (path) => {
    const to = join(contentDir, path);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(corpus, path), to);
  });
}

/**
 * As though nothing had ever been built. Nothing is removed: where ext4 makes a file it passes over all
 * that was deleted in the last minutes, and a cold build would be charged with that.
 */
async function putAside({ outDir, memories }: Contender, aside: string): Promise<void> {
  await mkdir(aside, { recursive: true });
  for (const path of [outDir, ...memories]) {
    if (!(await exists(path))) continue;
    await rename(path, join(await mkdtemp(join(aside, 'old-')), basename(path)));
  }
}

/** As though nothing had ever been edited. */
async function undo(
  edits: readonly Edit[],
  { contentDir }: Contender,
  corpus: string,
): Promise<void> {
  for (const { path } of edits) {
    const original = join(corpus, path);
    if (await exists(original)) await copyFile(original, join(contentDir, path));
    else await remove(join(contentDir, path));
  }
}

async function carryOut({ contentDir }: Contender, edit: Edit | undefined): Promise<void> {
  if (edit === undefined) return;
  const text = await edit.text((path) => readFile(join(contentDir, path), 'utf8'));
  const path = join(contentDir, edit.path);
  if (text === undefined) {
    await rm(path);
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
