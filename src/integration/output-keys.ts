import { hash } from 'node:crypto';
import type { Manuscript, References } from '#src/manuscript/manuscript.ts';
import { once } from '#src/manuscript/once.ts';
import { rememberObjects } from '#src/manuscript/remember.ts';
import type { ResolvedReference } from '#src/site/references.ts';
import type { Episode, Series, Site } from '#src/story/model.ts';
import { listedPlaces } from '#src/story/navigation.ts';
import type { ReferenceResolver } from './render.ts';

/**
 * What each output is made of, as a digest: as long as it stays the same, so does the output. The
 * code is not in it; whoever keeps outputs keeps them for one state of the code only.
 */
export interface OutputKeys {
  /** The text of a part and what is said of it, wherever it is shown. */
  readonly part: (episode: Episode) => string;
  /** What is said of a series by itself, as in its feeds. */
  readonly told: (series: Series) => string;
  /** The page of an episode, which shows its neighbours as well. */
  readonly episode: (series: Series, episode: Episode) => string;
  /** An index of a series. */
  readonly series: (series: Series) => string;
  /** Something that lists parts of any series, such as a feed or a year of the archive. */
  readonly list: (what: unknown, episodes: readonly Episode[]) => string;
  /** A page of its own, such as /about/. */
  readonly page: (page: Site['pages'][number]) => string;
  /** Something made of the settings and of this. */
  readonly of: (what: unknown) => string;
}

export interface OutputKeysOptions {
  readonly manuscript: Manuscript;
  readonly site: Site;
  readonly references: ReferenceResolver;
}

// What a key leaves out; all else of an object is in it, be it shown or not.

/** Settings of the site for feeds, for pages of no series, for what is made anew, and for the writer. */
const elsewhere = {
  feeds: undefined,
  tag: undefined,
  description: undefined,
  search: undefined,
  announce: undefined,
  silencedAdvice: undefined,
} satisfies Partial<Record<keyof Site['settings'], undefined>>;

/** What was learned from a text: its file's digest says more, and where it is remembered is not shown. */
const learned = { body: undefined, references: undefined };

/** The parts of a series, and the notes that they have taken from it: all have keys of their own. */
const apart = {
  readingOrder: undefined,
  arcs: undefined,
  notices: undefined,
  foreword: undefined,
  afterword: undefined,
  references: undefined,
};

/** What only the index of a series tells of it, but for its feeds and for pages that count its parts. */
const onlyInIndex = {
  description: undefined,
  cast: undefined,
  length: undefined,
  episodeCount: undefined,
} satisfies Partial<Record<keyof Series, undefined>>;

const noKey = () => '';

/** For the live view and for threads, which make what they are asked for. */
export const noKeys: OutputKeys = {
  part: noKey,
  told: noKey,
  episode: noKey,
  series: noKey,
  list: noKey,
  page: noKey,
  of: noKey,
};

export function createOutputKeys(options: OutputKeysOptions): OutputKeys {
  const { manuscript, site, references } = options;
  const files = new Map<string, FileWithReferences>(
    [...manuscript.series, ...manuscript.episodes, ...manuscript.pages].map((file) => [
      file.path,
      file,
    ]),
  );
  const images = new Map(manuscript.images.map((image) => [image.path, image]));
  const seriesById = new Map(site.series.map((series) => [series.id, series]));
  const { settings } = site;
  const everywhere = once(() => {
    // All pages have in their foot the pages of their own.
    return digest([
      { ...settings, ...elsewhere },
      site.pages.map(({ slug, title }) => [slug, title]),
    ]);
  });

  /** What the addresses in a file lead to today. */
  const targets = (path: string): readonly unknown[] => {
    const { body, references: inSettings, image } = files.get(path) ?? {};
    const named = [body, inSettings].flatMap((facts) => [
      ...(facts?.links ?? []),
      ...(facts?.images ?? []),
    ]);
    const found = named.map(({ url }) => target(references(url, { path })));
    return image === undefined ? found : [...found, images.get(image)];
  };
  const target = (found: ResolvedReference): unknown => {
    switch (found.kind) {
      case 'episode':
        return [found.kind, found.entry.seriesId, found.entry.slug, found.fragment];
      case 'series':
        return [found.kind, found.entry.id, found.fragment];
      case 'page':
        return [found.kind, found.entry.slug, found.fragment];
      case 'image':
        return images.get(found.path);
      case 'address':
        return [found.kind, found.path];
      default:
        return found.kind;
    }
  };

  /** Of a series, what is told wherever one of its parts is shown. */
  const named = rememberObjects((series: Series) => {
    return digest([{ ...series, ...apart, ...onlyInIndex }, targets(series.path)]);
  });
  const told = rememberObjects((series: Series) => digest([named(series), series.description]));
  /** What is shown of each part where another one leads to it. */
  const signs = rememberObjects((series: Series) =>
    series.readingOrder.map(({ slug, place }) => JSON.stringify([slug, place])),
  );
  const part = rememberObjects((episode: Episode) =>
    digest([{ ...episode, ...learned }, targets(episode.path)]),
  );
  return {
    part,
    told,
    episode(series, episode) {
      const { earlier, later } = listedPlaces(series, episode) ?? {};
      const listed = (places: readonly number[] = []) =>
        places.map((place) => `${place} ${signs(series)[place] ?? ''}`).join('\n');
      const navigation = `${listed(earlier)}\n\n${listed(later)}`;
      const { episodeCount } = series;
      return digest([everywhere(), named(series), episodeCount, part(episode), navigation]);
    },
    series: (series) =>
      digest([
        everywhere(),
        { ...series, ...apart },
        targets(series.path),
        series.arcs.map(({ entry, episodes }) => [entry ?? null, episodes.length]),
        [...series.readingOrder, ...series.notices].map(part),
      ]),
    list: (what, episodes) =>
      digest([
        everywhere(),
        [settings.feeds, settings.tag, settings.description],
        what,
        episodes.map((episode) => {
          const series = seriesById.get(episode.seriesId);
          return [series && named(series), part(episode)];
        }),
      ]),
    page: (page) =>
      digest([everywhere(), settings.description, { ...page, ...learned }, targets(page.path)]),
    of: (what) => digest([everywhere(), what]),
  };
}

interface FileWithReferences {
  readonly path: string;
  readonly image?: string | undefined;
  readonly body?: References;
  readonly references?: References | undefined;
}

function digest(parts: unknown): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
}
