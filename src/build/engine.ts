import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { codeDigest } from '#src/integration/code-digest.ts';
import { ContentError, contentChanged } from '#src/integration/content-error.ts';
import { filesIn, namesIn, remove } from '#src/integration/folders.ts';
import type { Project } from '#src/integration/project.ts';

/** What Astro has made of our pages: the code that renders them, and what they load in a browser. */
export interface Engine {
  /** Stands for all that it was made of. */
  readonly digest: string;
  /** Absolute: the module whose exports are those of page-server.ts. */
  readonly entry: string;
  /** Absolute: a folder of style sheets and scripts, as they lie in the site. */
  readonly assets: string;
}

export interface EngineOptions {
  readonly project: Pick<Project, 'root' | 'workDir'>;
  /** The base path of the site, which what pages load is named by. */
  readonly base: string;
}

/**
 * Finds the engine of the code as it is, or has Astro make one, in a process of its own: what a
 * bundler takes of memory is given back before the first page is rendered. That process is started
 * before this returns, so that it is not kept waiting by whatever this thread does next.
 *
 * @throws ContentError where site.yaml has been changed meanwhile
 * @throws Error with what Astro says where it fails
 */
export async function prepareEngine({ project, base }: EngineOptions): Promise<Engine> {
  const { root, workDir } = project;
  const digest = hash('sha256', `${codeDigest(root)} ${base}`).slice(0, 16);
  const engines = join(workDir, 'engine');
  const folder = join(engines, digest);
  if (!isWhole(folder)) {
    mkdirSync(engines, { recursive: true });
    // What a killed build has started may go on for a moment: it has a folder of its own.
    const unfinished = mkdtempSync(join(engines, `${digest}${unfinishedMark}`));
    const steps = [
      bundle(root, join(unfinished, 'assets'), base),
      remove(folder).then(() => tidy(engines, unfinished)),
    ];
    // Whichever of them fails, none goes on when this has.
    await Promise.allSettled(steps);
    await Promise.all(steps);
    writeFileSync(join(unfinished, listName), JSON.stringify(digestsOf(unfinished)));
    await rename(unfinished, folder);
  }
  const entry = (await namesIn(join(folder, 'code'))).find((name) => name.startsWith(entryPrefix));
  if (entry === undefined) throw new Error(`no ${entryPrefix} in ${folder}`);
  return { digest, entry: join(folder, 'code', entry), assets: join(folder, 'assets') };
}

/** The exit code of a bundling that has found another site.yaml than the build. */
export const siteChanged = 3;

/** As Astro names the entry of what it renders pages with. */
const entryPrefix = 'prerender-entry';
const listName = 'files.json';

/** In the names of folders that are no engine yet. */
const unfinishedMark = '.new-';

/** Code changes and is changed back, and a checkout may build sites at several addresses. */
const engineLimit = 4;

/** Removes what killed builds have left, but not what this one makes, and the oldest engines. */
async function tidy(engines: string, unfinished: string): Promise<void> {
  const paths = (await namesIn(engines)).map((name) => join(engines, name));
  const isFinished = (path: string) => !basename(path).includes(unfinishedMark);
  for (const path of paths) if (!isFinished(path) && path !== unfinished) await remove(path);
  const newestFirst = paths
    .filter(isFinished)
    .map((path) => ({ path, made: statSync(path).mtimeMs }))
    .sort((a, b) => b.made - a.made);
  for (const { path } of newestFirst.slice(engineLimit - 1)) await remove(path);
}

/** Whether every file of an engine is what it was when it was made. */
function isWhole(folder: string): boolean {
  try {
    const list = readFileSync(join(folder, listName), 'utf8');
    return list === JSON.stringify(digestsOf(folder));
  } catch {
    // Not there, or not any more.
    return false;
  }
}

function digestsOf(folder: string): readonly (readonly [path: string, digest: string])[] {
  return filesIn(folder)
    .filter((path) => path !== listName)
    .map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]);
}

/** In megabytes: with the usual sixteen a bundler takes eighty more, and no less time. */
const lessMemory = '--max-semi-space-size=4';

async function bundle(root: string, outDir: string, base: string): Promise<void> {
  const script = join(import.meta.dirname, 'bundle-engine.ts');
  const child = spawn(process.execPath, [lessMemory, script, root, outDir, base], {
    cwd: root,
    // Under any other name Vite makes a development build.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code === siteChanged) throw new ContentError([contentChanged('site.yaml')]);
  if (code !== 0) throw new Error(`Astro could not bundle the pages:\n${await said}`);
}
