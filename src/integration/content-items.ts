import { z } from 'astro/zod';
import type { Finding } from '#src/diagnostics/finding.ts';
import type {
  EpisodeEntry,
  ImageEntry,
  Manuscript,
  PageEntry,
  SeriesEntry,
  SiteSettings,
} from '#src/manuscript/manuscript.ts';

/** What was read, as the content store holds it: an item for the settings, each file and finding. */
export type ContentItem =
  | { readonly type: 'settings'; readonly value: SiteSettings }
  | { readonly type: 'series'; readonly value: SeriesEntry }
  | { readonly type: 'episode'; readonly value: EpisodeEntry }
  | { readonly type: 'page'; readonly value: PageEntry }
  | { readonly type: 'image'; readonly value: ImageEntry }
  | { readonly type: 'finding'; readonly value: Finding };

/** The manuscript's own reader has checked everything; the store need not check it again. */
export const contentItemSchema = z.custom<ContentItem>();

export interface Content {
  readonly manuscript: Manuscript;
  readonly findings: readonly Finding[];
}

/** @returns the items by the ids that the store is to hold them under */
export function toItems({ manuscript, findings }: Content): ReadonlyMap<string, ContentItem> {
  return new Map<string, ContentItem>([
    ['site.yaml', { type: 'settings', value: manuscript.settings }],
    ...manuscript.series.map((value) => [value.path, { type: 'series', value }] as const),
    ...manuscript.episodes.map((value) => [value.path, { type: 'episode', value }] as const),
    ...manuscript.pages.map((value) => [value.path, { type: 'page', value }] as const),
    ...manuscript.images.map((value) => [value.path, { type: 'image', value }] as const),
    ...findingItems(findings),
  ]);
}

/** The findings alone, by the ids that the store is to hold them under. */
export function findingItems(findings: readonly Finding[]): ReadonlyMap<string, ContentItem> {
  return new Map(findings.map((value, i) => [`${findingPrefix}${i}`, { type: 'finding', value }]));
}

export function isFinding(id: string): boolean {
  return id.startsWith(findingPrefix);
}

// No file's path has two slashes in a row.
const findingPrefix = 'finding//';

/** @throws when there is no item for the settings: the loader has not run */
export function fromItems(items: readonly ContentItem[]): Content {
  const settings = items.find((item) => item.type === 'settings')?.value;
  if (settings === undefined) throw new Error('the content store holds no site settings');
  return {
    manuscript: {
      settings,
      series: items.filter((item) => item.type === 'series').map((item) => item.value),
      episodes: items.filter((item) => item.type === 'episode').map((item) => item.value),
      pages: items.filter((item) => item.type === 'page').map((item) => item.value),
      images: items.filter((item) => item.type === 'image').map((item) => item.value),
    },
    findings: items.filter((item) => item.type === 'finding').map((item) => item.value),
  };
}
