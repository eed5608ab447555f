import type { Code } from '#src/diagnostics/catalogue.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import { folderOf } from './content-tree.ts';
import type { EpisodeEntry, Manuscript, SeriesEntry } from './manuscript.ts';

export type Entries = Pick<Manuscript, 'series' | 'episodes' | 'pages'>;

/**
 * Leaves out the entries, and clears the keys, without which the rest keeps what its types
 * promise: each address, place and id once, arcs that there are.
 */
export function keepPromises(entries: Entries, findings: readonly Finding[]): Entries {
  const broken = new Set(findings.filter(({ code }) => fatal.has(code)).map(({ file }) => file));
  const withUnknownArc = filesWith('arc-unknown', findings);
  const taken = takenAliases(findings);
  const withFreeAliases = <T extends SeriesEntry | EpisodeEntry>(entry: T): T => ({
    ...entry,
    aliases: entry.aliases.filter((alias) => !taken.has(`${entry.path}\0${alias}`)),
  });
  const isFirst = new Set<string>();
  const hasOwnArcs = (series: SeriesEntry): SeriesEntry => ({
    ...series,
    arcs: series.arcs.filter(({ id }) => {
      const key = `${series.id}\0${id}`;
      return !isFirst.has(key) && isFirst.add(key);
    }),
  });
  return {
    series: entries.series
      .filter(({ path }) => !broken.has(folderOf(path)))
      .map(withFreeAliases)
      .map(hasOwnArcs),
    episodes: entries.episodes
      .filter(({ path }) => !broken.has(path) && !broken.has(folderOf(path)))
      .map((entry) => (withUnknownArc.has(entry.path) ? { ...entry, arc: undefined } : entry))
      .map(withFreeAliases),
    pages: entries.pages.filter(({ path }) => !broken.has(path)),
  };
}

/** Clears the keys that name an image which could not be read. */
export function keepImages(entries: Entries, known: ReadonlySet<string>): Entries {
  const withImage = <T extends SeriesEntry | EpisodeEntry>(entry: T): T =>
    entry.image === undefined || known.has(entry.image) ? entry : { ...entry, image: undefined };
  return {
    series: entries.series.map(withImage),
    episodes: entries.episodes.map(withImage),
    pages: entries.pages,
  };
}

/** The file or folder of such a finding has no address, place or id of its own. */
const fatal = new Set<Code>([
  'name-invalid',
  'name-reserved',
  'name-too-long',
  'name-duplicate',
  'order-duplicate',
  'id-duplicate',
]);

function filesWith(code: Code, findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter((finding) => finding.code === code).map(({ file }) => file));
}

function takenAliases(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings
      .filter(({ code }) => code === 'alias-taken')
      .map(({ file, values }) => `${file}\0${String(values['name'])}`),
  );
}
