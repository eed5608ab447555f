import type {
  ExtraEntry,
  Manuscript,
  NoticeEntry,
  NumberedEntry,
  PageEntry,
  SeriesEntry,
} from '#src/manuscript/manuscript.ts';

/**
 * Checked entries as the manuscript hands them to the story, with as little said as a test needs.
 * Part 1 comes out at `launch`, and each part a day after the one before it.
 */

export const day = 86_400_000;
export const launch = Date.UTC(2026, 3, 1);
/** A moment when everything that these builders date by themselves has come out. */
export const later = Date.UTC(2126, 0, 1);

type Except<Entry, Keys extends PropertyKey> = Partial<Omit<Entry, Keys>>;

/** A Japanese series with the labels of the preset `zenpen`. */
export function series(said: Partial<SeriesEntry> = {}): SeriesEntry {
  const id = said.id ?? 'story';
  return {
    id,
    path: `${id}/series.yaml`,
    title: `The title of ${id}`,
    category: undefined,
    author: undefined,
    status: 'ongoing',
    description: undefined,
    labels: { kind: 'preset', name: 'zenpen', numerals: undefined },
    language: 'ja',
    direction: 'horizontal',
    arcs: [],
    cast: [],
    foreword: undefined,
    afterword: undefined,
    breaks: true,
    image: undefined,
    warnings: [],
    aliases: [],
    ...said,
  };
}

/** Its slug is its order. */
export function episode(order: number, said: Except<NumberedEntry, 'kind'> = {}): NumberedEntry {
  const slug = said.slug ?? String(order);
  return { ...common(slug, launch + (order - 1) * day), order, ...said, kind: 'episode' };
}

/** Episodes 1 to `count`. */
export function episodes(
  count: number,
  said: Except<NumberedEntry, 'kind' | 'slug'> = {},
): readonly NumberedEntry[] {
  return Array.from({ length: count }, (_, index) => episode(index + 1, said));
}

/** An extra that comes out half a day after the episode that it follows. */
export function extra(
  after: number,
  slug: string,
  said: Except<ExtraEntry, 'kind' | 'slug'> = {},
): ExtraEntry {
  return { ...common(slug, launch + (after - 0.5) * day), after, ...said, kind: 'extra' };
}

export function notice(slug: string, said: Except<NoticeEntry, 'kind' | 'slug'> = {}): NoticeEntry {
  return { ...common(slug, launch), ...said, kind: 'notice' };
}

export function page(slug: string, said: Partial<PageEntry> = {}): PageEntry {
  return {
    slug,
    path: `${slug}.md`,
    digest: `digest of ${slug}`,
    title: `The title of ${slug}`,
    summary: undefined,
    draft: false,
    body: text(100),
    ...said,
  };
}

/** A body of so many characters or words, without links and images. */
export function text(length: number): PageEntry['body'] {
  return { length, isEmpty: length === 0, links: [], images: [] };
}

export function manuscript(parts: Partial<Manuscript>): Manuscript {
  return {
    settings: {
      title: 'A site',
      url: 'https://example.org/',
      language: 'ja',
      timezone: 'Asia/Tokyo',
      tag: 'example.org,2026',
      description: undefined,
      author: undefined,
      feeds: { content: 'full', items: 20 },
      search: { unread: 'show' },
      announce: {
        template: undefined,
        x: { kind: 'link' },
        bluesky: undefined,
        mastodon: undefined,
      },
    },
    series: [series()],
    episodes: [],
    pages: [],
    images: [],
    ...parts,
  };
}

function common(slug: string, date: number) {
  return {
    seriesId: 'story',
    slug,
    id: slug,
    path: `story/${slug}.md`,
    digest: `digest of ${slug}`,
    title: undefined,
    date,
    updated: undefined,
    summary: undefined,
    warnings: [],
    arc: undefined,
    image: undefined,
    foreword: undefined,
    afterword: undefined,
    draft: false,
    aliases: [],
    body: text(1000),
  };
}
