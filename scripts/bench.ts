import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { remove } from '#src/integration/folders.ts';
import { readArguments, usage, type Request } from './bench/arguments.ts';
import type { Contender } from './bench/contenders/contender.ts';
import { installPeers, peerIn } from './bench/contenders/peers.ts';
import { tsuzukiIn } from './bench/contenders/tsuzuki.ts';
import type { CorpusShape } from './bench/corpus/corpus.ts';
import { writeCorpus } from './bench/corpus/write-corpus.ts';
import { report, type Results } from './bench/report.ts';
import { measureRounds, type Measurement } from './bench/rounds.ts';
import { runCommand } from './run-command.ts';

// What a whole build costs, beside other generators where that is asked for: docs/performance.md.
//
//   npm run bench -- --help

await runCommand(async ({ root, args, print }) => {
  const request = readArguments(args);
  if (request === 'help') {
    print(usage);
    return 0;
  }
  const work = resolve(request.work ?? join(tmpdir(), 'tsuzuki-bench'));
  await mkdir(work, { recursive: true });
  const run = await mkdtemp(join(work, 'run-'));
  try {
    const results: Results[] = [];
    const names = { ours: new Set<string>(), peers: new Set<string>() };
    for (const [nth, shape] of request.shapes.entries()) {
      const folder = join(run, String(nth));
      const ours = await ourContenders(root, folder, request);
      const peers = await peerContenders(work, folder, request);
      for (const { name } of ours) names.ours.add(name);
      for (const { name } of peers) names.peers.add(name);
      results.push(await measure(shape, folder, [...ours, ...peers], request));
      if (request.json !== undefined) await writeJson(resolve(request.json), results);
    }
    print(report(results, { ours: [...names.ours], peers: [...names.peers] }));
    return 0;
  } finally {
    await remove(run);
  }
});

function ourContenders(
  root: string,
  folder: string,
  { search }: Request,
): Promise<readonly Contender[]> {
  return Promise.all(
    search.map((choice) =>
      tsuzukiIn({ root, folder: join(folder, `tsuzuki-${choice}-search`), search: choice }),
    ),
  );
}

async function peerContenders(
  work: string,
  folder: string,
  { peers }: Request,
): Promise<readonly Contender[]> {
  if (peers.length === 0) return [];
  const modules = await installPeers(work, tell);
  return Promise.all(peers.map((peer) => peerIn(peer, join(folder, peer), modules)));
}

async function measure(
  shape: CorpusShape,
  folder: string,
  contenders: readonly Contender[],
  { edits, rounds }: Request,
): Promise<Results> {
  const corpus = join(folder, 'corpus');
  await writeCorpus(corpus, shape);
  tell(`${shape.episodes} episodes`);
  const measurements = await measureRounds({
    ...{ shape, corpus, contenders, edits, rounds },
    aside: join(folder, 'aside'),
    tell: (measured) => {
      tell(toldOf(measured));
    },
  });
  return { shape, measurements };
}

function toldOf({ contender, edit, round, wall, cpu }: Measurement): string {
  const times = [`${(wall / 1000).toFixed(1)} s`];
  if (cpu !== undefined) times.push(`${(cpu / 1000).toFixed(1)} s of CPU`);
  return `  round ${round}, ${edit}, ${contender}: ${times.join(', ')}`;
}

/** After each corpus: the largest takes long. */
async function writeJson(path: string, results: readonly Results[]): Promise<void> {
  const [cpu] = cpus();
  const machine = { node: process.version, cores: cpus().length, model: cpu?.model };
  await writeFile(path, `${JSON.stringify({ machine, results }, undefined, 2)}\n`);
}

/** Beside the tables. */
function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
