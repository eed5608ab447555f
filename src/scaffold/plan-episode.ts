import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import { foldName } from '#src/manuscript/addresses.ts';
import { nameOf } from '#src/manuscript/content-tree.ts';
import { nearest } from '#src/manuscript/nearest.ts';
import type { SiteSettings } from '#src/manuscript/manuscript.ts';
import { episodeSchema } from '#src/manuscript/schemas/episode.ts';
import type { EpisodeRequest } from './arguments.ts';
import { checkValues, writtenNumber } from './check-values.ts';
import { type EpisodePlace, episodeText } from './episode-text.ts';
import { explain } from './explain.ts';
import { episodeName, sideName } from './file-name.ts';
import { localDate } from './local-date.ts';
import { nextOrder } from './next-order.ts';
import { Refusal } from '#src/command/refusal.ts';
import type { SurveyedSeries } from './survey.ts';
import { templates } from './template.ts';
import { wordsFor } from './words.ts';

/** A file that is to be written. */
export interface PlannedFile {
  /** In the folder of its series. */
  readonly name: string;
  readonly text: string;
  /** Where the episode stands in the series, such as `order: 16`; empty for a notice. */
  readonly place: string;
}

export interface EpisodePlan {
  readonly request: EpisodeRequest;
  readonly series: SurveyedSeries;
  readonly settings: SiteSettings;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly language: FindingLanguage;
}

/**
 * The next file of a series.
 *
 * @throws Refusal when what was asked for is wrong or does not fit the series
 */
export function planEpisode(plan: EpisodePlan): PlannedFile {
  const { request, series, settings, now, language } = plan;
  const { title, date, slug } = request;
  const values = checkValues(
    episodeSchema(settings.timezone),
    { title, date, arc: request.arc, slug },
    'episode',
    language,
  );
  const place = placeOf(plan);
  const text = episodeText(
    {
      place,
      date: date ?? localDate(now, settings.timezone),
      title: values.title,
      arc: place.kind === 'episode' ? arcOf(values.arc, plan) : undefined,
    },
    templates[language].episode,
  );
  const isTaken = (name: string) => series.names.has(foldName(name));
  const owner = values.slug === undefined ? undefined : series.names.get(foldName(values.slug));
  if (values.slug !== undefined && owner !== undefined) {
    throw new Refusal(wordsFor[language].nameTaken(values.slug, owner));
  }
  const name = values.slug ?? freeName(place, series, isTaken);
  return { name: `${name}.md`, text, place: shownPlace(place) };
}

/** The greatest order of a series, and so where an extra goes by default. */
export function lastOrder(series: SurveyedSeries): number | undefined {
  return ordersOf(series).reduce<number | undefined>((a, b) => Math.max(a ?? b, b), undefined);
}

/**
 * An answer to which episode an extra follows.
 *
 * @throws Refusal when there is no such episode
 */
export function readAfter(text: string, series: SurveyedSeries, language: FindingLanguage): number {
  const { after } = checkValues(
    episodeSchema('UTC').pick({ after: true }).required(),
    { after: writtenNumber(text) },
    'episode',
    language,
  );
  const orders = ordersOf(series);
  if (!orders.includes(after)) {
    const [near] = orders.toSorted((a, b) => Math.abs(a - after) - Math.abs(b - after));
    const values = { after, ...(near === undefined ? {} : { nearest: near }) };
    throw new Refusal(explain({ code: 'after-unknown', values }, language));
  }
  return after;
}

function placeOf({ request, series, language }: EpisodePlan): EpisodePlace {
  const words = wordsFor[language];
  switch (request.kind) {
    case 'episode': {
      const order = nextOrder(ordersOf(series));
      if (order === undefined) {
        throw new Refusal(words.noNumberLeft);
      }
      return { kind: 'episode', order };
    }
    case 'extra': {
      const last = lastOrder(series);
      if (last === undefined) {
        throw new Refusal(words.noEpisodes);
      }
      const after = request.after === undefined ? last : readAfter(request.after, series, language);
      return { kind: 'extra', after };
    }
    case 'notice':
      return { kind: 'notice' };
  }
}

function ordersOf({ episodes, leftOut }: SurveyedSeries): readonly number[] {
  return [
    ...episodes.flatMap((entry) => (entry.kind === 'episode' ? [entry.order] : [])),
    ...leftOut.flatMap(({ order }) => (order === undefined ? [] : [order])),
  ];
}

/** The arc that was asked for, or the one that the story is in. */
function arcOf(wanted: string | undefined, { series, language }: EpisodePlan): string | undefined {
  const arcs = series.entry.arcs.map(({ id }) => id);
  if (wanted === undefined) {
    const last = numbered(series)
      .toSorted((a, b) => a.order - b.order)
      .at(-1);
    return last?.arc;
  }
  if (!arcs.includes(wanted)) {
    const near = nearest(wanted, arcs);
    const values = { arc: wanted, ...(near === undefined ? {} : { nearest: near }) };
    throw new Refusal(explain({ code: 'arc-unknown', values }, language));
  }
  return wanted;
}

function freeName(
  place: EpisodePlace,
  series: SurveyedSeries,
  isTaken: (name: string) => boolean,
): string {
  const stem = (path: string) => nameOf(path).replace(/\.md$/i, '').normalize('NFC');
  if (place.kind === 'episode') {
    const siblings = numbered(series).map(({ path, order }) => ({ name: stem(path), order }));
    return episodeName(place.order, siblings, isTaken);
  }
  const others = series.episodes.filter(({ kind }) => kind === place.kind);
  return sideName(
    place.kind,
    others.map(({ path }) => stem(path)),
    isTaken,
  );
}

function numbered({ episodes }: SurveyedSeries) {
  return episodes.flatMap((entry) => (entry.kind === 'episode' ? [entry] : []));
}

function shownPlace(place: EpisodePlace): string {
  switch (place.kind) {
    case 'episode':
      return `order: ${String(place.order)}`;
    case 'extra':
      return `after: ${String(place.after)}`;
    case 'notice':
      return '';
  }
}
