import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build as astroBuild } from 'astro';
import type { Finding } from '#src/diagnostics/finding.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { withLock } from './build-lock.ts';
import { loadContent } from './load-content.ts';
import { checkOutput, replaceOutput, stagingFolder } from './output-folder.ts';
import type { Project } from './project.ts';

export interface BuildOptions {
  readonly project: Project;
  /** Another build of this project is running, and this one waits for it. */
  readonly onWait: () => void;
}

export interface BuildResult {
  /** About the content. */
  readonly findings: readonly Finding[];
  /** About the output folder. */
  readonly outputFindings: readonly Finding[];
  /** False when an error kept the site from being built; the last output is untouched then. */
  readonly isBuilt: boolean;
}

/**
 * Builds the site: everything is checked first, Astro writes into a folder of the project, and
 * only what is finished takes the place of the output.
 *
 * @throws on a mistake of ours, such as a page that fails
 */
export async function buildProject({ project, onWait }: BuildOptions): Promise<BuildResult> {
  const { root, workDir, contentDir, publicDir, outDir, now } = project;
  const staging = stagingFolder(workDir);
  return withLock(join(workDir, 'build.lock'), { onWait }, async () => {
    const outputFindings = await checkOutput({
      outDir,
      kept: [root, contentDir],
      sources: [contentDir, publicDir, workDir],
    });
    const { findings } = await loadContent({ ...project, now: now() });
    if (hasErrors([...findings, ...outputFindings])) {
      return { findings, outputFindings, isBuilt: false };
    }
    await rm(staging, { recursive: true, force: true });
    // Under any other name Vite makes a development build.
    process.env['NODE_ENV'] = 'production';
    await astroBuild({ root, outDir: staging, logLevel: 'error' });
    await replaceOutput(staging, outDir);
    return { findings, outputFindings, isBuilt: true };
  });
}
