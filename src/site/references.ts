import { folderOf, nameOf } from '#src/manuscript/content-tree.ts';
import {
  decodePercent,
  isExternal,
  localPath,
  relativeAddress,
} from '#src/manuscript/local-path.ts';
import type {
  EpisodeEntry,
  Manuscript,
  PageEntry,
  SeriesEntry,
} from '#src/manuscript/manuscript.ts';
import { nearestOf } from '#src/manuscript/nearest.ts';
import { once } from '#src/manuscript/once.ts';

/** What an address in a Markdown file leads to. */
export type ResolvedReference =
  /** Another site, a mail address and so on: an address with a scheme or host of its own. */
  | { readonly kind: 'external' }
  /** A place in the same text. */
  | { readonly kind: 'fragment' }
  /** `fragment`: with its `#`, or the empty text. */
  | { readonly kind: 'episode'; readonly entry: EpisodeEntry; readonly fragment: string }
  | { readonly kind: 'page'; readonly entry: PageEntry; readonly fragment: string }
  /** Its index. */
  | { readonly kind: 'series'; readonly entry: SeriesEntry; readonly fragment: string }
  /** `path`: that of an entry of `Manuscript.images`. */
  | { readonly kind: 'image'; readonly path: string }
  /** `path`: as written; begins with a slash and has no base path yet. */
  | { readonly kind: 'address'; readonly path: string }
  | { readonly kind: 'unpublished'; readonly entry: EpisodeEntry | PageEntry | SeriesEntry }
  /**
   * Nothing. `nearest`: what was probably meant, as it would be written. `isLeftOut`: the file is
   * there, but a finding of its own keeps it out.
   */
  | { readonly kind: 'missing'; readonly nearest?: string; readonly isLeftOut?: true };

/** The file that an address stands in, relative to the content folder. */
export interface From {
  readonly path: string;
}

/** Whether readers get an episode or a page. */
export type IsPublished = (entry: EpisodeEntry | PageEntry) => boolean;

/**
 * What an address in a file leads to: `./03.md` and `../series/03.md`, percent-encoded or not, are
 * texts, and so is `/series/03/`; `../series/` and `/series/` are a series; former addresses are what
 * they lead to. Any other `/…` is an address of the site that is not looked up here.
 */
export function resolveReference(
  url: string,
  from: From,
  manuscript: Manuscript,
  isPublished: IsPublished,
): ResolvedReference {
  if (isExternal(url)) {
    return { kind: 'external' };
  }
  if (url.startsWith('#')) {
    return { kind: 'fragment' };
  }
  const index = indexOf(manuscript);
  const isAddress = url.startsWith('/');
  const path = isAddress ? undefined : localPath(url, from.path);
  const target = isAddress
    ? addressed(url, index)
    : path === undefined || url === ''
      ? undefined
      : index.targets.get(path);
  const fragment = url.includes('#') ? url.slice(url.indexOf('#')) : '';
  switch (target?.kind) {
    case 'episode':
    case 'page':
      return isPublished(target.entry)
        ? { ...target, fragment }
        : { kind: 'unpublished', entry: target.entry };
    case 'series':
      return hasPublished(target, isPublished)
        ? { kind: 'series', entry: target.entry, fragment }
        : { kind: 'unpublished', entry: target.entry };
    case 'image':
      return target;
    case 'left-out':
      return { kind: 'missing', isLeftOut: true };
    case undefined: {
      if (isAddress) return { kind: 'address', path: url };
      const near = path === undefined ? undefined : suggest(path, from, index);
      return near === undefined ? { kind: 'missing' } : { kind: 'missing', nearest: near };
    }
  }
}

/** `resolveReference` for one manuscript, as a renderer wants it. */
export function createResolver(
  manuscript: Manuscript,
  isPublished: IsPublished,
): (url: string, from: From) => ResolvedReference {
  return (url, from) => resolveReference(url, from, manuscript, isPublished);
}

/** Asked for each link to a series, of which all parts may be still to come. */
function hasPublished(target: IndexedSeries, isPublished: IsPublished): boolean {
  const known = published.get(isPublished) ?? new WeakMap<IndexedSeries, boolean>();
  published.set(isPublished, known);
  const answer = known.get(target) ?? target.episodes.some(isPublished);
  known.set(target, answer);
  return answer;
}

const published = new WeakMap<IsPublished, WeakMap<IndexedSeries, boolean>>();

type Indexed =
  | { readonly kind: 'episode'; readonly entry: EpisodeEntry }
  | { readonly kind: 'page'; readonly entry: PageEntry }
  | IndexedSeries
  | { readonly kind: 'image'; readonly path: string }
  | { readonly kind: 'left-out' };

interface IndexedSeries {
  readonly kind: 'series';
  readonly entry: SeriesEntry;
  readonly episodes: readonly EpisodeEntry[];
}

interface Index {
  /** By path, in NFC. */
  readonly targets: ReadonlyMap<string, Indexed>;
  /** By address within the site, without its slashes at the ends: `series/03`, `about`. */
  readonly addresses: ReadonlyMap<string, Indexed>;
  /** The nearest name in each folder, and the nearest folder. */
  readonly nearestName: (folder: string) => Nearest | undefined;
  readonly nearestFolder: () => Nearest;
}

type Nearest = ReturnType<typeof nearestOf>;

const indexes = new WeakMap<Manuscript, Index>();

function indexOf(manuscript: Manuscript): Index {
  const known = indexes.get(manuscript);
  if (known !== undefined) {
    return known;
  }
  const targets = new Map<string, Indexed>();
  const add = (path: string, target: Indexed) => targets.set(path.normalize('NFC'), target);
  manuscript.leftOut?.forEach((path) => add(path, { kind: 'left-out' }));
  manuscript.images.forEach(({ path }) => add(path, { kind: 'image', path }));
  manuscript.pages.forEach((entry) => add(entry.path, { kind: 'page', entry }));
  manuscript.episodes.forEach((entry) => add(entry.path, { kind: 'episode', entry }));
  const bySeries = Map.groupBy(manuscript.episodes, ({ seriesId }) => seriesId);
  const series = manuscript.series.map((entry) => {
    const episodes = bySeries.get(entry.id) ?? [];
    return { kind: 'series', entry, episodes } as const;
  });
  for (const target of series) {
    add(target.entry.path, target);
    add(folderOf(target.entry.path), target);
  }
  const texts = [...targets].filter(([, { kind }]) => kind !== 'left-out').map(([path]) => path);
  const addresses = new Map<string, Indexed>(
    manuscript.pages.map((entry) => [entry.slug, { kind: 'page', entry }]),
  );
  for (const target of series) {
    for (const id of [target.entry.id, ...target.entry.aliases]) {
      addresses.set(id, target);
      for (const entry of target.episodes) {
        const slugs = [entry.slug, ...entry.aliases];
        slugs.forEach((slug) => addresses.set(`${id}/${slug}`, { kind: 'episode', entry }));
      }
    }
  }
  const folders = Map.groupBy(texts, folderOf);
  const names = new Map(
    Array.from(folders, ([folder, paths]) => [folder, once(() => nearestOf(paths.map(nameOf)))]),
  );
  const index: Index = {
    targets,
    addresses,
    nearestName: (folder) => names.get(folder)?.(),
    nearestFolder: once(() => nearestOf(folders.keys())),
  };
  indexes.set(manuscript, index);
  return index;
}

function addressed(url: string, { addresses, targets }: Index): Indexed | undefined {
  const [path = ''] = url.split(/[?#]/, 1);
  const key = decodePercent(path)
    .replace(/^\/+|\/+$/g, '')
    .normalize('NFC');
  const file = targets.get(`${key}.md`);
  return addresses.get(key) ?? (file?.kind === 'left-out' ? file : undefined);
}

/** No file suggests itself: what has or had that name as its address; the nearest name in the folder, or the file of that name in the nearest folder. */
function suggest(path: string, from: From, index: Index): string | undefined {
  const { targets, addresses } = index;
  const former = addresses.get(path.replace(/\.md$/i, ''));
  if (former?.kind === 'episode' && former.entry.path !== from.path) {
    return relativeAddress(former.entry.path, from.path);
  }
  const folder = folderOf(path);
  const name = nameOf(path);
  const nearestName = index.nearestName(folder);
  if (nearestName === undefined) {
    const near = index.nearestFolder()(folder);
    const candidate = near === undefined || near === '' ? name : `${near}/${name}`;
    return targets.has(candidate) ? relativeAddress(candidate, from.path) : undefined;
  }
  const withEnding = `${path}.md`;
  if (targets.has(withEnding)) {
    return relativeAddress(withEnding, from.path);
  }
  const own = from.path.normalize('NFC');
  const near = nearestName(name, folderOf(own) === folder ? nameOf(own) : undefined);
  const candidate = folder === '' ? near : `${folder}/${near ?? ''}`;
  return near === undefined || candidate === undefined
    ? undefined
    : relativeAddress(candidate, from.path);
}
