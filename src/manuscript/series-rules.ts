import type { Finding } from '#src/diagnostics/finding.ts';
import { foldName, reservedSlugs } from './addresses.ts';
import { checkNames } from './check-names.ts';
import { nameOf } from './content-tree.ts';
import type { ReadEpisode } from './episode-entry.ts';
import type { EpisodeEntry } from './manuscript.ts';
import { nearestOf } from './nearest.ts';
import { once } from './once.ts';
import { afterKnown, noGap, orderUnique } from './order-rules.ts';
import type { ReadSeries } from './series-entry.ts';

/** A series as the rules see it: drafts and what is scheduled are there as well. */
export interface SeriesUnderCheck {
  readonly series: ReadSeries;
  /** In the order of their paths. */
  readonly episodes: readonly ReadEpisode[];
  /** Whether every file of the series could be read: otherwise its numbers are not all known. */
  readonly isWhole: boolean;
}

/** What holds between the files of one series. */
export type Rule = (series: SeriesUnderCheck) => Finding[];

/** Everything that holds between the files of one series. */
export const seriesRules: readonly Rule[] = [
  arcsUnique,
  arcKnown,
  orderUnique,
  noGap,
  afterKnown,
  idUnique,
  namesUnique,
];

function arcsUnique({ series: { entry, locate } }: SeriesUnderCheck): Finding[] {
  const seen = new Set<string>();
  return entry.arcs.flatMap(({ id }, index): Finding[] => {
    const isNew = !seen.has(id);
    seen.add(id);
    if (isNew) return [];
    const place = locate(['arcs', index, 'id'], 'value');
    return [{ code: 'arc-duplicate', file: entry.path, ...place, values: { arc: id } }];
  });
}

function arcKnown({ series, episodes }: SeriesUnderCheck): Finding[] {
  const known = new Set(series.entry.arcs.map(({ id }) => id));
  const nearestArc = once(() => nearestOf(known));
  const byTitle = once(
    () => new Map(series.entry.arcs.toReversed().map(({ title, id }) => [foldName(title), id])),
  );
  return episodes.flatMap(({ entry, locate }): Finding[] => {
    if (entry.arc === undefined || known.has(entry.arc)) {
      return [];
    }
    const { arc } = entry;
    const titled = byTitle().get(foldName(arc));
    const near = nearestArc()(arc);
    const values = {
      arc,
      ...(titled !== undefined ? { id: titled } : near !== undefined ? { nearest: near } : {}),
    };
    return [{ code: 'arc-unknown', file: entry.path, ...locate(['arc'], 'value'), values }];
  });
}

function idUnique({ episodes }: SeriesUnderCheck): Finding[] {
  const owners = new Map<string, EpisodeEntry>();
  return episodes.flatMap(({ entry, locate }): Finding[] => {
    const other = owners.get(entry.id);
    if (other === undefined) {
      owners.set(entry.id, entry);
      return [];
    }
    // Two that go by their names clash as names, which is told already.
    if (!hasOwnId(entry) && !hasOwnId(other)) {
      return [];
    }
    const values = { id: entry.id, other: other.path };
    return [{ code: 'id-duplicate', file: entry.path, ...locate(['id'], 'value'), values }];
  });
}

function hasOwnId({ id, aliases, slug }: EpisodeEntry): boolean {
  return id !== (aliases[0] ?? slug);
}

function namesUnique({ episodes }: SeriesUnderCheck): Finding[] {
  const named = episodes.map(({ entry, locate }) => {
    const { path: file, slug: name } = entry;
    const isFileName = nameOf(file).normalize('NFC').replace(/\.md$/i, '') === name;
    return {
      name,
      place: isFileName ? { file } : { file, ...locate(['slug'], 'value') },
      path: file,
      aliases: entry.aliases.map((alias, index) => ({
        name: alias,
        place: { file, ...locate(['aliases', index], 'value') },
      })),
    };
  });
  return checkNames(named, reservedSlugs);
}
