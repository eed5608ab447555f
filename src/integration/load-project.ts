import { loadContent, type LoadedContent } from './load-content.ts';
import type { Project } from './project.ts';
import { projectTexts } from './text-store.ts';

/**
 * Reads and checks the content of a checkout, for a command that builds nothing: what builds have
 * remembered of its texts is not read anew.
 *
 * @param now - epoch milliseconds
 */
export function loadProject(project: Project, now = project.now()): Promise<LoadedContent> {
  return loadContent({ ...project, now, inspect: projectTexts(project).recall });
}
