import * as real from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { foldName } from '#src/manuscript/addresses.ts';

/** Where a file system that is not strict about spelling finds, or makes, what a path names. */
export type Spelling = (path: string) => string;

/** As APFS and NTFS have it: a name is kept as it was first spelled, and found in other case as well. */
export const anyCase: Spelling = (path) => {
  const parent = dirname(path);
  if (parent === path || real.existsSync(path)) return path;
  const folder = anyCase(parent);
  const [name, names] = [basename(path), real.existsSync(folder) ? real.readdirSync(folder) : []];
  return join(folder, names.find((one) => foldName(one) === foldName(name)) ?? name);
};

/** As HFS+ has it: whatever it is given, it holds and lists names in NFD. */
export const decomposed: Spelling = (path) => path.normalize('NFD');

/** `node:fs` on such a file system, as far as the output is written with it. */
export function lenientFiles(spelling: () => Spelling): typeof real {
  const at =
    <Rest extends unknown[], Result>(work: (path: string, ...rest: Rest) => Result) =>
    (path: unknown, ...rest: Rest): Result =>
      work(typeof path === 'string' ? spelling()(path) : (path as string), ...rest);
  return {
    ...real,
    existsSync: at(real.existsSync),
    lstatSync: at(real.lstatSync as (path: string) => real.Stats) as typeof real.lstatSync,
    mkdirSync: at(real.mkdirSync as (path: string) => undefined),
    openSync: at(real.openSync),
    readFileSync: at(real.readFileSync as (path: string) => Buffer) as typeof real.readFileSync,
    readdirSync: at(real.readdirSync as (path: string) => string[]) as typeof real.readdirSync,
    renameSync: (from, to) => {
      real.renameSync(spelling()(String(from)), spelling()(String(to)));
    },
    rmSync: at(real.rmSync),
    statSync: at(real.statSync as (path: string) => real.Stats) as typeof real.statSync,
    unlinkSync: at(real.unlinkSync),
    writeFileSync: at(real.writeFileSync),
  };
}
