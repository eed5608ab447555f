import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite, projectRoot } from './build-site.ts';
import { serve } from './serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built sample, at the root of its host. */
    readonly sampleUrl: string;
    /** Folder of the built sample, absolute. */
    readonly sampleDir: string;
  }
}

/** Builds the sample once for all browser tests and serves it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = await buildSite(join(projectRoot, 'content'), {
    TSUZUKI_NOW: '2026-12-01T00:00:00Z',
  });
  if (built.code !== 0)
    throw new Error(`the sample does not build:\n${built.stdout}${built.stderr}`);
  const site = await serve(built.outDir);
  project.provide('sampleUrl', site.url);
  project.provide('sampleDir', built.outDir);
  return site.close;
}
