import type { Finding } from '#src/diagnostics/finding.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { ContentError, contentChanged } from '#src/integration/content-error.ts';
import { namesIn } from '#src/integration/folders.ts';
import { loadContent, type LoadedContent } from '#src/integration/load-content.ts';
import type { Project } from '#src/integration/project.ts';
import { readSettings } from '#src/integration/read-settings.ts';
import { projectTexts } from '#src/integration/text-store.ts';
import type { EpisodeEntry, Manuscript } from '#src/manuscript/manuscript.ts';
import { basePath } from '#src/site/urls.ts';
import { publicationState, type PublicationState } from '#src/story/publication.ts';
import { prepareEngine, type Engine } from './engine.ts';
import { prepareOutput } from './output-folder.ts';
import { memoryFile } from './output-memory.ts';
import type { CheckedContent } from './write-site.ts';

/** What a site is to be built of, and what is to be said of it. */
export interface CheckedSite {
  /** About the content. */
  readonly findings: readonly Finding[];
  /** About the output folder. */
  readonly outputFindings: readonly Finding[];
  /** How many texts are public and how many are not, whatever their kind. */
  readonly counts: Readonly<Record<PublicationState, number>>;
  /** Undefined where an error keeps the site from being built. */
  readonly sound: SoundSite | undefined;
}

export interface SoundSite {
  readonly engine: Engine;
  readonly content: CheckedContent;
}

/**
 * Reads and checks everything that a site is built of.
 *
 * @param now - epoch milliseconds: the moment that the site is shown at
 */
export async function checkSite(project: Project, now: number): Promise<CheckedSite> {
  const { engine, manuscript, findings } = await readWhileBundling(project, now);
  const outputFindings = await prepareOutput({
    outDir: project.outDir,
    kept: [project.root, project.contentDir],
    sources: [project.contentDir, project.publicDir, project.workDir],
    memory: memoryFile(project.workDir),
    expected: [...addressesOf(manuscript), ...(await namesIn(project.publicDir))],
  });
  const isWrong = hasErrors([...findings, ...outputFindings]);
  const isSound = manuscript !== undefined && engine !== undefined && !isWrong;
  return {
    findings,
    outputFindings,
    counts: countByState(manuscript?.episodes ?? [], now),
    sound: isSound ? { engine, content: { manuscript, findings, now } } : undefined,
  };
}

/**
 * Astro bundles while the content is read. As long as it does, texts are read by this thread alone:
 * both take much memory.
 */
async function readWhileBundling(
  project: Project,
  now: number,
): Promise<LoadedContent & { readonly engine: Engine | undefined }> {
  const { settings } = await readSettings(project.contentDir);
  const base = settings && basePath(settings);
  const preparing = base === undefined ? undefined : prepareEngine({ project, base });
  const ended = Promise.allSettled([preparing]);
  try {
    const content = await loadContent({
      ...project,
      now,
      inspect: (bodies) => projectTexts(project).inspect(bodies, preparing),
    });
    const { manuscript } = content;
    if (manuscript !== undefined && basePath(manuscript.settings) !== base) {
      throw new ContentError([contentChanged('site.yaml')]);
    }
    return { ...content, engine: await preparing };
  } finally {
    // Also where the content cannot be read: nothing of a build goes on when it has ended.
    await ended;
  }
}

function countByState(episodes: readonly EpisodeEntry[], now: number): CheckedSite['counts'] {
  const count = (state: PublicationState) =>
    episodes.filter((episode) => publicationState(episode, now) === state).length;
  return { published: count('published'), scheduled: count('scheduled'), draft: count('draft') };
}

/** The folders that series and pages have, or have had, at the top of the site. */
function addressesOf(manuscript: Manuscript | undefined): readonly string[] {
  if (manuscript === undefined) return [];
  const { series, pages } = manuscript;
  return [
    ...series.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...pages.map(({ slug }) => slug),
  ];
}
