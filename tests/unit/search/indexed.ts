import { bundleIndex, searchBundle, type BundleShape } from '#src/search/bundle-index.ts';
import { groupIndex } from '#src/search/group-index.ts';
import { indexPage } from '#src/search/index-page.ts';
import {
  manifestFormat,
  searchFiles,
  toKeptText,
  type SearchManifest,
} from '#src/search/query/manifest.ts';
import { pageText, type PageText } from '#src/search/query/page-text.ts';
import type { ShownTerm } from '#src/search/query/find-in-text.ts';
import type { Readable } from '#src/search/query/read-aloud.ts';
import { search, type FoundEpisode } from '#src/search/query/search.ts';
import type { SearchableEpisode } from '#src/search/searchable-episode.ts';

/** An episode that was found, by its number among those that were indexed. */
export interface FoundNumber extends FoundEpisode {
  readonly number: number;
}

/**
 * An index of episodes of one series, put together of some groups, and a search in it.
 *
 * @param onFile - told of each file of grams that is asked for, and of each text
 */
export async function indexed(
  episodes: readonly SearchableEpisode[],
  shape: BundleShape = { files: 7, gramLength: 2 },
  groupSize = Math.ceil(episodes.length / 2),
  onFile: (kind: 'grams' | 'text', number: number) => void = () => undefined,
): Promise<(query: string) => Promise<readonly FoundNumber[]>> {
  const runs = Array.from({ length: Math.ceil(episodes.length / groupSize) }, (_, i) => ({
    from: i * groupSize,
    episodes: episodes.slice(i * groupSize, (i + 1) * groupSize),
  }));
  const groups = [];
  for (const run of runs) groups.push(await groupIndex(run.episodes, shape));
  const bundle = searchBundle(
    shape,
    groups.map(({ summary }, i) => ({
      summary,
      runs: [{ series: 0, from: runs[i]?.from ?? 0, count: runs[i]?.episodes.length ?? 0 }],
    })),
  );
  const files = new Map(
    bundleIndex(
      bundle.folder,
      groups.map(({ parts }) => parts),
      shape.files,
    ),
  );
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
    bundles: [bundle],
  };
  return async (query) => {
    const found = await search(query, manifest, {
      grams(bundle, file) {
        onFile('grams', file);
        const bytes = files.get(searchFiles.grams(bundle, file));
        return bytes === undefined
          ? Promise.reject(new RangeError(`no file ${file}`))
          : Promise.resolve(bytes);
      },
      text(group, page) {
        onFile('text', page);
        const number = (manifest.bundles[0]?.groups.indexOf(group) ?? 0) * groupSize + page;
        return Promise.resolve(textOf(episodes[number] ?? episodeOf([])));
      },
    });
    return found.map((one) => ({ ...one, number: one.place }));
  };
}

/** The text of an episode as it is kept in its files. */
export function textOf(episode: SearchableEpisode): PageText {
  const { pieces } = indexPage(episode);
  const positions = pieces.map(({ position }) => position);
  const listed = { ...episode, title: toKeptText(episode.title), pieces: positions };
  return pageText(
    listed,
    pieces.map(({ blocks }) => blocks),
  );
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
