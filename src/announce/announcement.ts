import { isJapanese } from '#src/manuscript/language.ts';
import type { EpochMilliseconds, Placeholder } from '#src/manuscript/manuscript.ts';
import { episodeHeadline, episodeMark } from '#src/site/headline.ts';
import { episodeIdentity, tagUri } from '#src/site/identity.ts';
import { stringsFor } from '#src/site/strings.ts';
import type { Urls } from '#src/site/urls.ts';
import type { Episode, Series, Site } from '#src/story/model.ts';
import { inlineText } from '#src/text/inline.ts';
import { cleanText } from './clean-text.ts';
import { sharedAddress } from './shared-address.ts';

/** What is said of an episode, an extra or a notice; texts are plain and on one line. */
export interface Announcement {
  /** Names it for ever, in the ledger: `kiri-no-ajiro/01`. */
  readonly identity: string;
  /** The same for the whole world (RFC 4151). */
  readonly tagUri: string;
  /** As the writer names it today: series and slug. */
  readonly name: string;
  /** Absolute and percent-encoded. */
  readonly address: string;
  readonly date: EpochMilliseconds;
  /** BCP 47. */
  readonly language: string;
  readonly template: string;
  readonly names: Names;
}

/** An episode as a person is told of it. */
export interface Subject {
  readonly identity: string;
  /** Its identity, where it is no longer public. */
  readonly name: string;
  /** Undefined where it is no longer public. */
  readonly headline: string | undefined;
}

export function subjectOf(identity: string, announcements: readonly Announcement[]): Subject {
  const found = announcements.find((one) => one.identity === identity);
  return { identity, name: found?.name ?? identity, headline: found?.names.headline };
}

/** What the placeholders of a template stand for, but the address; empty where there is nothing. */
export type Names = Readonly<Record<Exclude<Placeholder, 'url'>, string>>;

/** Of everything that is public, the oldest first. */
export function announcementsOf(site: Site, urls: Urls): readonly Announcement[] {
  const seriesById = new Map(site.series.map((series) => [series.id, series]));
  return site.newest.toReversed().flatMap((episode) => {
    const series = seriesById.get(episode.seriesId);
    return series === undefined ? [] : [announcementOf(site, series, episode, urls)];
  });
}

export function announcementOf(
  { settings }: Site,
  series: Series,
  episode: Episode,
  urls: Urls,
): Announcement {
  const { language } = series;
  const plain = (notation: string) => cleanText(inlineText(notation, language));
  const identity = episodeIdentity(series, episode);
  return {
    identity,
    tagUri: tagUri(settings, identity),
    name: `${series.id}/${episode.slug}`,
    address: sharedAddress(urls.absolute(urls.episode(episode))),
    date: episode.date ?? 0,
    language,
    template: settings.announce.template ?? usualTemplate(language),
    names: {
      series: plain(series.title),
      label: cleanText(episodeMark(episode, stringsFor(language)) ?? ''),
      title: plain(episode.title ?? ''),
      headline: cleanText(episodeHeadline(series, episode, plain).own),
      site: cleanText(inlineText(settings.title, settings.language)),
    },
  };
}

/** What is said where the writer has said nothing else. */
export function usualTemplate(language: string): string {
  return isJapanese(language)
    ? '{series} {label} {title}\n{url}'
    : '{series}, {label}: {title}\n{url}';
}
