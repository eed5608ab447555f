import type { Finding } from '#src/diagnostics/finding.ts';
import { folderOf, nameOf } from '#src/manuscript/content-tree.ts';
import { foldName } from '#src/manuscript/addresses.ts';
import type {
  EpisodeEntry,
  Manuscript,
  SeriesEntry,
  SiteSettings,
} from '#src/manuscript/manuscript.ts';
import { listFiles } from '#src/manuscript/list-files.ts';
import { readManuscript } from '#src/manuscript/read-manuscript.ts';
import type { ManuscriptTools } from '#src/manuscript/tools.ts';
import { orderInFile } from './order-in-file.ts';

/** What is in a content folder, as far as something new must fit in with it. */
export interface Survey {
  readonly settings: SiteSettings;
  /** Newest first. */
  readonly series: readonly SurveyedSeries[];
  /** The names at the top of the site, folded, with what has them. */
  readonly names: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

export interface SurveyedSeries {
  readonly entry: SeriesEntry;
  /** As the file system holds its name. */
  readonly folder: string;
  readonly episodes: readonly EpisodeEntry[];
  /** Files with mistakes for which nothing is known of them but, perhaps, their order. */
  readonly leftOut: readonly { readonly path: string; readonly order: number | undefined }[];
  /** The names inside the series, folded, with what has them. */
  readonly names: ReadonlyMap<string, string>;
}

/** Reads a content folder without looking into its texts and images. */
export async function takeSurvey(
  contentDir: string,
): Promise<Survey | { readonly findings: readonly Finding[] }> {
  // First: a file that comes meanwhile may then be known by its order, but never by its name alone.
  const list = listFiles(contentDir);
  const { manuscript, findings } = await readManuscript(contentDir, blindTools);
  if (manuscript === undefined) {
    return { findings };
  }
  const paths = [...list.folders, ...list.files];
  const series = await Promise.all(
    manuscript.series.map((entry) => surveySeries(contentDir, paths, entry, manuscript)),
  );
  const former = manuscript.series.flatMap(({ aliases, path }) =>
    aliases.map((name) => [name, path] as const),
  );
  return {
    settings: manuscript.settings,
    series: series.toSorted((a, b) => newest(b) - newest(a)),
    names: foldAll([...former, ...namesIn('', paths)]),
    findings,
  };
}

const blindTools: ManuscriptTools = {
  inspectBodies: (bodies) =>
    Promise.resolve(bodies.map(() => ({ length: 1, isEmpty: false, links: [], images: [] }))),
  measureImage: () => Promise.resolve({ width: 1, height: 1 }),
};

async function surveySeries(
  contentDir: string,
  paths: readonly string[],
  entry: SeriesEntry,
  manuscript: Manuscript,
): Promise<SurveyedSeries> {
  const folder = folderOf(entry.path);
  const episodes = manuscript.episodes.filter(({ seriesId }) => seriesId === entry.id);
  const leftOut = (manuscript.leftOut ?? []).filter(
    (path) => folderOf(path) === folder && /\.md$/i.test(path),
  );
  const given = episodes.flatMap(({ slug, id, aliases, path }) =>
    [slug, id, ...aliases].map((name) => [name, nameOf(path)] as const),
  );
  return {
    entry,
    folder,
    episodes,
    leftOut: await Promise.all(
      leftOut.map(async (path) => ({ path, order: await orderInFile(contentDir, path) })),
    ),
    names: foldAll([...given, ...namesIn(folder, paths)]),
  };
}

/** What is in a folder by the names that it takes: a Markdown file takes its name without `.md`. */
function namesIn(folder: string, paths: readonly string[]): readonly (readonly [string, string])[] {
  const names = paths.filter((path) => folderOf(path) === folder).map(nameOf);
  return names.map((name) => [name.replace(/\.md$/i, ''), name]);
}

function foldAll(names: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(names.map(([name, owner]) => [foldName(name), owner]));
}

function newest({ episodes }: SurveyedSeries): number {
  return episodes.reduce((latest, { date }) => Math.max(latest, date ?? 0), 0);
}
