import type {
  EpochMilliseconds,
  EpisodeEntry,
  Person,
  SeriesEntry,
} from '#src/manuscript/manuscript.ts';
import { oldestFirst } from './chronology.ts';
import { labelScheme, type LabelScheme } from './label-scheme.ts';
import { ownLabel, type Place } from './label.ts';
import { lengthUnit, type Length } from './length.ts';
import type { Arc, Episode, Series } from './model.ts';
import { places } from './place.ts';
import { publicationState } from './publication.ts';
import { arcIds, readingOrder } from './reading-order.ts';

export interface SeriesOptions {
  readonly now: EpochMilliseconds;
  readonly isShown: (entry: EpisodeEntry) => boolean;
  /** The site's, for a series that names none. */
  readonly author: Person | undefined;
}

/**
 * Assembles one series.
 *
 * @param entries - all of its episodes, extras and notices, in any order
 */
export function assembleSeries(
  entry: SeriesEntry,
  entries: readonly EpisodeEntry[],
  { now, isShown, author }: SeriesOptions,
): Series {
  const status = statusToldToReaders(entry.status, entries, now);
  const scheme = labelScheme(entry.labels, entry.language);
  const shown = entries.filter(isShown);
  const order = readingOrder(shown.filter((one) => one.kind !== 'notice'));
  const placed = places(order, status === 'complete');
  const last = order.findLastIndex((one) => one.kind === 'episode');
  const make = { series: entry, scheme, now };

  const episodes = order.map((one, position) => {
    const place = placed[position];
    // The series' afterword points to what follows, and the story ends with the final part.
    const isEnd = status === 'complete' && position >= last;
    const inherits = { foreword: true, afterword: !isEnd };
    return makeEpisode(one, { ...make, position, place, inherits });
  });
  const notices = shown
    .filter((one) => one.kind === 'notice')
    .map((one) => makeEpisode(one, { ...make, inherits: { foreword: false, afterword: false } }))
    .sort((a, b) => oldestFirst(b, a));

  const counted = episodes.filter((one) => one.kind === 'episode');
  return {
    ...entry,
    author: entry.author ?? author,
    status,
    labels: scheme,
    readingOrder: episodes,
    arcs: cutIntoArcs(entry, episodes, arcIds(order)),
    notices,
    episodeCount: counted.length,
    length: {
      amount: counted.reduce((sum, one) => sum + one.length.amount, 0),
      unit: lengthUnit(entry.language),
    },
  };
}

/** Nothing is called complete while an episode is still to come. */
function statusToldToReaders(
  status: SeriesEntry['status'],
  entries: readonly EpisodeEntry[],
  now: EpochMilliseconds,
): SeriesEntry['status'] {
  const isStillToCome = (one: EpisodeEntry) =>
    one.kind === 'episode' && publicationState(one, now) === 'scheduled';
  return status === 'complete' && entries.some(isStillToCome) ? 'ongoing' : status;
}

interface EpisodeContext {
  readonly series: SeriesEntry;
  readonly scheme: LabelScheme;
  readonly now: EpochMilliseconds;
  readonly position?: number;
  readonly place?: Place | undefined;
  /** Which of the series' notes stand in where it has none of its own. */
  readonly inherits: { readonly foreword: boolean; readonly afterword: boolean };
}

function makeEpisode(entry: EpisodeEntry, context: EpisodeContext): Episode {
  const { series, scheme, now, position, place, inherits } = context;
  const length: Length = { amount: entry.body.length, unit: lengthUnit(series.language) };
  return {
    ...entry,
    position,
    place,
    label: place && ownLabel(place, scheme),
    state: publicationState(entry, now),
    foreword: entry.foreword ?? (inherits.foreword ? series.foreword : undefined),
    afterword: entry.afterword ?? (inherits.afterword ? series.afterword : undefined),
    length,
  };
}

function cutIntoArcs(
  series: SeriesEntry,
  episodes: readonly Episode[],
  ids: readonly (string | undefined)[],
): readonly Arc[] {
  const entries = new Map(series.arcs.map((arc) => [arc.id, arc]));
  const starts = ids.flatMap((id, index) => (index === 0 || id !== ids[index - 1] ? [index] : []));
  return starts.map((start, i) => {
    const members = episodes.slice(start, starts[i + 1]);
    return {
      entry: entries.get(ids[start] ?? ''),
      episodes: members,
      episodeCount: members.filter((one) => one.kind === 'episode').length,
    };
  });
}
