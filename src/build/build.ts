import { hash } from 'node:crypto';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { withLock, type LockOptions } from '#src/integration/build-lock.ts';
import { codeDigest } from '#src/integration/code-digest.ts';
import { contentFindings } from '#src/integration/content-error.ts';
import type { Project } from '#src/integration/project.ts';
import { checkSite, type CheckedSite, type SoundSite } from './check-site.ts';
import { mirror } from './mirror.ts';
import { unwritableOutput } from './output-folder.ts';
import { checkLimits } from './output-limits.ts';
import { memoryFile } from './output-memory.ts';
import { openOutputTree, type OutputTree } from './output-tree.ts';
import { replaceOutput } from './replace-output.ts';
import { writeShareList, type ShareList } from './share-list.ts';
import type { Share } from './shares.ts';
import { unwritableWork } from './work-folder.ts';
import { writeSite, type BuildStage } from './write-site.ts';

export interface BuildOptions {
  readonly project: Project;
  /** Whether readers can search. */
  readonly search: boolean;
  /** Undefined for the whole site. */
  readonly share?: Share | undefined;
  /** Another build of this project is running, and this one waits for it. */
  readonly onWait: LockOptions['onWait'];
  /** A part of the build begins that may take long. */
  readonly onStage?: (stage: BuildStage) => void;
}

/** Its findings are about the output folder, and about the one that builds work in, as well. */
export interface BuildResult extends Omit<CheckedSite, 'sound'> {
  /** False when an error kept the site from being built; the last output is untouched then. */
  readonly isBuilt: boolean;
}

/**
 * Builds the site: everything is checked first, what has changed is written into a folder of the
 * project, and only what is finished takes the place of the output.
 *
 * @returns findings about the content and about the output folder, also when the output could not
 * be put in its place in the end
 * @throws on a mistake of ours, such as a page that fails
 */
export async function buildProject(options: BuildOptions): Promise<BuildResult> {
  const { project, onWait, onStage } = options;
  tidyMemoryOften();
  try {
    return await withLock(join(project.workDir, 'build.lock'), { onWait }, async () => {
      onStage?.('texts');
      const { sound, ...checked } = await checkSite(project, project.now());
      return sound === undefined ? { ...checked, isBuilt: false } : build(options, sound, checked);
    });
  } catch (error) {
    return { ...notBuilt(project, error), isBuilt: false };
  }
}

/**
 * Has unused memory collected when twice as much is taken as is in use, and not four times, as V8 does
 * where there is plenty. It costs some hundredths of the time, and halves what is taken.
 */
function tidyMemoryOften(): void {
  setFlagsFromString('--heap-growing-percent=100');
}

type Checked = Omit<BuildResult, 'isBuilt'>;

/** @throws what `notBuilt` knows, and mistakes of ours */
async function build(
  { project, search, share, onStage }: BuildOptions,
  { engine, content }: SoundSite,
  checked: Checked,
): Promise<BuildResult> {
  const { root, workDir, outDir } = project;
  const tree = openOutputTree(join(workDir, 'site'), engine.digest);
  const written = await writeSite({ project, share, search, engine, tree, onStage }, content);
  const finished = join(workDir, 'finished');
  const paths = Array.from(tree.written(), ({ path }) => path);
  mirror(tree.folder, finished, paths);
  if (share !== undefined) {
    const site = hash('sha256', JSON.stringify([engine.digest, search, written.files]));
    const made = { code: codeDigest(root), files: digestsIn(tree), search: written.search };
    writeShareList(finished, { ...share, site, ...made });
  }
  try {
    // The next output differs from the last one in little, and begins as that.
    await replaceOutput(finished, outDir, memoryFile(workDir), finished);
  } catch (error) {
    const unwritable = unwritableWork(project, error) ?? unwritableOutput(outDir, error);
    return { ...checked, outputFindings: [unwritable], isBuilt: false };
  }
  // A share is no site: what hosts take is asked of the joined one.
  const limits = share === undefined ? checkLimits(tree.written()) : [];
  return { ...checked, outputFindings: [...checked.outputFindings, ...limits], isBuilt: true };
}

/**
 * What is said of a build that something outside of it has stopped: content that was changed meanwhile,
 * or a disk that takes no more.
 *
 * @throws the error itself when it is a mistake of ours
 */
function notBuilt(project: Project, error: unknown): Checked {
  const counts = { published: 0, scheduled: 0, draft: 0 };
  const findings = contentFindings(error);
  if (findings !== undefined) return { findings, outputFindings: [], counts };
  const unwritable = unwritableWork(project, error);
  if (unwritable === undefined) throw error;
  return { findings: [], outputFindings: [unwritable], counts };
}

/** The SHA-256 of each file's bytes. */
function digestsIn(tree: OutputTree): ShareList['files'] {
  return Object.fromEntries([...tree.written()].map(({ path, digest }) => [path, digest]));
}
