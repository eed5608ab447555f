import type { Code } from '#src/diagnostics/catalogue.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import { folderOf } from './content-tree.ts';
import type { EpisodeEntry, Manuscript, SeriesEntry } from './manuscript.ts';

export type Entries = Pick<Manuscript, 'series' | 'episodes' | 'pages'>;

/**
 * Leaves out the entries, and clears the keys, without which the rest keeps what its types
 * promise: each address, place and id once, arcs that there are. What is sound stays the same object.
 */
export function keepPromises(entries: Entries, findings: readonly Finding[]): Entries {
  const broken = filesWith(fatal, findings);
  const withUnknownArc = filesWith(new Set<Code>(['arc-unknown']), findings);
  const taken = takenAliases(findings);
  const isBroken = (path: string) =>
    broken.size > 0 && (broken.has(path) || broken.has(folderOf(path)));
  const withFreeAliases = <T extends SeriesEntry | EpisodeEntry>(entry: T): T => {
    const aliases = entry.aliases.filter((alias) => !taken.has(`${entry.path}\0${alias}`));
    return aliases.length === entry.aliases.length ? entry : { ...entry, aliases };
  };
  return {
    series: entries.series
      .filter(({ path }) => !broken.has(folderOf(path)))
      .map(withFreeAliases)
      .map(withOwnArcs),
    episodes: entries.episodes
      .filter(({ path }) => !isBroken(path))
      .map((entry) => (withUnknownArc.has(entry.path) ? { ...entry, arc: undefined } : entry))
      .map(withFreeAliases),
    pages: entries.pages.filter(({ path }) => !broken.has(path)),
  };
}

/** Of several arcs with one id, the first. */
function withOwnArcs(series: SeriesEntry): SeriesEntry {
  const seen = new Set<string>();
  const arcs = series.arcs.filter(({ id }) => !seen.has(id) && seen.add(id));
  return arcs.length === series.arcs.length ? series : { ...series, arcs };
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

function filesWith(codes: ReadonlySet<Code>, findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter(({ code }) => codes.has(code)).map(({ file }) => file));
}

function takenAliases(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings
      .filter(({ code }) => code === 'alias-taken')
      .map(({ file, values }) => `${file}\0${String(values['name'])}`),
  );
}
