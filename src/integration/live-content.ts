import type { ReadContent } from './context.ts';
import { loadContent } from './load-content.ts';
import type { Project } from './project.ts';

let last: ReadContent | undefined;

/**
 * The content as it is now. An unusable site.yaml leaves the last good content in place, with what
 * is wrong told above it.
 *
 * @throws Error where there never was a usable one
 */
export async function readLiveContent(project: Project): Promise<ReadContent> {
  const now = project.now();
  const { manuscript = last?.manuscript, findings } = await loadContent({ ...project, now });
  if (manuscript === undefined) throw new Error('site.yaml cannot be used');
  last = { manuscript, findings, now };
  return last;
}
