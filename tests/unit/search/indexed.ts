import { groupFiles } from '#src/search/group-files.ts';
import { readIndexChunk } from '#src/search/query/index-chunk.ts';
import { manifestFormat, searchFiles, type SearchManifest } from '#src/search/query/manifest.ts';
import { unpackSigned } from '#src/search/query/pack.ts';
import type { ShownTerm } from '#src/search/query/find-in-text.ts';
import type { Readable } from '#src/search/query/read-aloud.ts';
import { search, type FoundEpisode } from '#src/search/query/search.ts';
import type { SearchableEpisode } from '#src/search/searchable-episode.ts';

/** An index of episodes of one series, as Pagefind writes it, and a search in it. */
export async function indexed(
  episodes: readonly SearchableEpisode[],
  chunkSize = 200,
): Promise<(query: string) => Promise<readonly FoundEpisode[]>> {
  const { folder, chunks, files } = await groupFiles(episodes, chunkSize);
  const manifest: SearchManifest = {
    format: manifestFormat,
    series: [
      {
        id: 'story',
        url: '/story/',
        title: { text: 'Story' },
        language: 'ja',
        parts: episodes.length,
      },
    ],
    groups: [{ folder, chunks, runs: [{ series: 0, from: 0, count: episodes.length }] }],
  };
  return (query) =>
    search(query, manifest, {
      async chunk(group, number) {
        const bytes = files.get(searchFiles.chunk(group, number));
        if (bytes === undefined) throw new RangeError(`no chunk ${number}`);
        return readIndexChunk(await unpackSigned(Uint8Array.from(bytes)));
      },
    });
}

/**
 * The search that ours has to equal, without any index and with a fold of its own: each term in the
 * text of a block, or in the same text with every base replaced by its reading.
 *
 * @returns the indexes of the episodes that hold all terms
 */
export function plainSearch(
  episodes: readonly SearchableEpisode[],
  query: string,
): readonly number[] {
  const terms = query.split(/\s+/).map(plainFold).filter(Boolean);
  if (terms.length === 0) return [];
  return episodes.flatMap((episode, index) => {
    const texts = textsOf(episode);
    return terms.every((term) => texts.some((text) => text.includes(term))) ? [index] : [];
  });
}

/** All texts in which a term may stand whole. */
export function textsOf({ title, hasOwnTitle, blocks }: SearchableEpisode): readonly string[] {
  const searched = hasOwnTitle ? [title, ...blocks] : blocks;
  return searched.flatMap((block) => [plainFold(block.text), plainFold(withReadings(block))]);
}

/** Without what is never seen of the characters of arbitrary episodes. */
function plainFold(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase().replace(/ς/g, 'σ').replace(/[‘’]/g, "'");
  return lower.replace(/\s|\u200d|\u{e0100}/gu, '');
}

/** How terms are shown that may stand anywhere. */
export function anywhere(terms: readonly string[]): readonly ShownTerm[] {
  return terms.map((text) => ({ text, atWordStart: false }));
}

function withReadings({ text, readings }: Readable): string {
  return readings.reduceRight(
    (read, { start, end, reading }) => read.slice(0, start) + reading + read.slice(end),
    text,
  );
}

/** An episode with as little said as a test needs. */
export function episodeOf(
  blocks: readonly (string | Readable)[],
  said: Partial<SearchableEpisode> = {},
): SearchableEpisode {
  return {
    url: '/story/part/',
    label: '前編①',
    title: { text: '題', readings: [] },
    hasOwnTitle: false,
    blocks: blocks.map((block) =>
      typeof block === 'string'
        ? { kind: 'text', text: block, readings: [] }
        : { kind: 'text', ...block },
    ),
    ...said,
  };
}
