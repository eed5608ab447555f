import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import {
  searchableBlocks,
  searchableTitle,
  type SearchableEpisode,
} from '#src/search/searchable-episode.ts';
import { episodeMark } from '#src/site/headline.ts';
import { stringsFor } from '#src/site/strings.ts';
import type { Urls } from '#src/site/urls.ts';
import type { Episode, Series } from '#src/story/model.ts';
import type { SearchBlock } from '#src/text/forms/search-text.ts';
import { parseInline } from '#src/text/inline.ts';
import { parseMarkdown } from '#src/text/markdown.ts';
import { checkedBodies } from './read-body.ts';
import type { StoredTextOf } from './text-store.ts';

/** Few enough for any limit on open files. */
const openFiles = 32;

export interface SearchSource {
  /** Absolute. */
  readonly contentDir: string;
  readonly series: Series;
  readonly urls: Urls;
  /** A file's body as it was read when it was checked, if that is remembered. */
  readonly storedText?: StoredTextOf | undefined;
}

/**
 * Reads what is searched of episodes of a series, from their files where it is not remembered.
 *
 * @throws ContentError where a file was saved again or removed since it was checked
 */
export async function searchableEpisodes(
  episodes: readonly Episode[],
  source: SearchSource,
): Promise<readonly SearchableEpisode[]> {
  const readBody = checkedBodies(source.contentDir, episodes);
  return mapConcurrently(episodes, openFiles, async (episode) => {
    const stored = await source.storedText?.(episode.path);
    const body = stored?.searchBlocks() ?? blocksOf(await readBody(episode.path), source.series);
    return searchable(episode, body, source);
  });
}

function searchable(
  episode: Episode,
  body: readonly SearchBlock[],
  { series, urls }: SearchSource,
): SearchableEpisode {
  const { foreword = '', afterword = '' } = episode;
  return {
    url: urls.episode(episode),
    label: labelOf(episode, series),
    title: searchableTitle(parseInline(episode.title ?? series.title, series.language)),
    hasOwnTitle: episode.title !== undefined,
    blocks: [...blocksOf(foreword, series), ...body, ...blocksOf(afterword, series)],
  };
}

/** All that an episode's words and its name in a list are made of. */
export function searchIdentity(episode: Episode, { series, urls }: SearchSource): string {
  const { id, digest, title = null, foreword = null, afterword = null } = episode;
  const { language, breaks } = series;
  const named = [id, urls.episode(episode), labelOf(episode, series), title ?? series.title];
  return JSON.stringify([digest, foreword, afterword, language, breaks, title !== null, ...named]);
}

function labelOf(episode: Episode, { language }: Series): string {
  return episodeMark(episode, stringsFor(language)) ?? '';
}

function blocksOf(source: string, { language, breaks }: Series): readonly SearchBlock[] {
  if (source === '') return [];
  // Neither where a link leads nor how large a picture is makes a difference to the text.
  const tree = parseMarkdown(source, {
    language,
    breaks,
    resolveLink: (href) => ({ kind: 'link', href }),
    resolveImage: (src) => ({ src, width: 1, height: 1 }),
  });
  return searchableBlocks(tree);
}
