import type { EpochMilliseconds, Person } from '#src/manuscript/manuscript.ts';
import type { FeedForm } from '#src/site/feed-forms.ts';

/**
 * A feed as each of its forms says it: texts are plain, addresses absolute. No character in it is
 * one that XML forbids.
 */
export interface Feed {
  /** A `tag:` URI (RFC 4151), which outlives every address. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** The page that the feed is about. */
  readonly home: string;
  readonly self: Readonly<Record<FeedForm, string>>;
  readonly author: Person | undefined;
  /** Where a WebSub hub tells subscribers of news; only where the writer has named one. */
  readonly hub: string | undefined;
  /** When an entry last came or changed; without entries, when the authority of the ids began. */
  readonly updated: EpochMilliseconds;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
  /** The latest document of its history (RFC 5005, section 4), where there is one. */
  readonly previousArchive: string | undefined;
}

/** A finished feed, in UTF-8. */
export type FeedDocument = Uint8Array<ArrayBuffer>;

/** An episode, an extra or a notice in a feed. */
export interface FeedEntry {
  /** A `tag:` URI. */
  readonly id: string;
  readonly url: string;
  /** With the series and the label: it stands alone among other people's titles. */
  readonly title: string;
  readonly language: string;
  readonly author: Person | undefined;
  readonly category: string | undefined;
  readonly published: EpochMilliseconds;
  /** Never before it was published. */
  readonly updated: EpochMilliseconds;
  readonly summary: string;
  /** Undefined where feeds hold summaries. */
  readonly content: EntryContent | undefined;
  readonly image: string | undefined;
}

/** A text as an entry holds it. */
export interface EntryContent {
  /** HTML that stands by itself. */
  readonly html: string;
  /** The same within XML (`encodeXml`): made once for all forms. */
  readonly xml: () => Uint8Array;
}
