import type { Code } from '#src/diagnostics/catalogue.ts';

/**
 * What the writer's folder says, read and checked. Every default of the content format is filled
 * in here, so that nothing behind it asks again. Bodies stay in their files; only what was
 * learned from them (`BodyFacts`) is kept.
 */
export interface Manuscript {
  readonly settings: SiteSettings;
  /** In the order of their ids. */
  readonly series: readonly SeriesEntry[];
  /** In the order of their paths; the story puts them into reading order. */
  readonly episodes: readonly EpisodeEntry[];
  /** Markdown files directly in the content folder: pages of their own. */
  readonly pages: readonly PageEntry[];
  /** The images that some file names, each once. */
  readonly images: readonly ImageEntry[];
  /**
   * Markdown and series.yaml files that are there and were left out for what is wrong in them: a
   * link to one of them is not to be called missing as well.
   */
  readonly leftOut?: readonly string[] | undefined;
}

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMilliseconds = number;

/** site.yaml */
export interface SiteSettings {
  readonly title: string;
  /** Absolute, ends with a slash; its path is the site's base path. */
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA time zone. */
  readonly timezone: string;
  /** Authority of feed ids: `<host>,<year>` (RFC 4151, section 2.1). */
  readonly tag: string;
  readonly description: string | undefined;
  readonly author: Person | undefined;
  readonly feeds: {
    readonly content: 'full' | 'summary';
    /** How many entries a feed holds. */
    readonly items: number;
    /** The absolute address of a WebSub hub. */
    readonly hub?: string | undefined;
  };
  readonly search: {
    /** Whether search finds what a reader has not read yet, or keeps to what they have until asked. */
    readonly unread: 'show' | 'hide';
  };
  readonly announce: AnnounceSettings;
  /** The codes of advice that the writer does not want to hear. */
  readonly silencedAdvice?: readonly Code[] | undefined;
  /** Hosts whose frames a text may show; undefined where that cannot be known. */
  readonly embeds?: readonly string[] | undefined;
}

/** Where new episodes are made known, and in which words. Secrets are no part of it. */
export interface AnnounceSettings {
  /** With `{url}` in it; undefined stands for the usual one of each series' language. */
  readonly template: string | undefined;
  /** A link that opens X with the text in it, or posts by the API, at most so many a month. */
  readonly x:
    { readonly kind: 'link' } | { readonly kind: 'api'; readonly monthly: number } | undefined;
  /** `handle` without the leading @, `service` an address that ends with a slash. */
  readonly bluesky: { readonly handle: string; readonly service: string } | undefined;
  /** `server`: an address that ends with a slash. */
  readonly mastodon: { readonly server: string } | undefined;
}

/** What a template may name between braces. */
export const placeholders = ['series', 'label', 'title', 'headline', 'site', 'url'] as const;
export type Placeholder = (typeof placeholders)[number];

export interface Person {
  readonly name: string;
  readonly url?: string | undefined;
  /** Account names without the leading @. */
  readonly x?: string | undefined;
  readonly bluesky?: string | undefined;
  readonly mastodon?: string | undefined;
}

/** series.yaml */
export interface SeriesEntry {
  /** The folder's name in NFC: the series' address. */
  readonly id: string;
  /** The series.yaml file, relative to the content folder, with forward slashes. */
  readonly path: string;
  readonly title: string;
  readonly category: string | undefined;
  readonly author: Person | undefined;
  readonly status: 'ongoing' | 'complete' | 'hiatus';
  /** Markdown. */
  readonly description: string | undefined;
  readonly labels: LabelSetting;
  readonly language: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly arcs: readonly ArcEntry[];
  readonly cast: readonly CastMember[];
  /** Markdown, for every episode that has none of its own. */
  readonly foreword: string | undefined;
  readonly afterword: string | undefined;
  readonly breaks: boolean;
  /** Relative to the content folder; present in `Manuscript.images`. */
  readonly image: string | undefined;
  readonly warnings: readonly string[];
  readonly aliases: readonly string[];
  /** What the Markdown of this file's keys names. */
  readonly references?: References | undefined;
}

export interface ArcEntry {
  readonly id: string;
  readonly title: string;
}

export interface CastMember {
  readonly name: string;
  readonly reading: string | undefined;
  readonly note: string | undefined;
}

export const presetNames = ['zenpen', 'wa', 'sono', 'maru', 'part'] as const;
export type PresetName = (typeof presetNames)[number];

export const numeralStyles = [
  'circled-10',
  'circled-20',
  'circled-50',
  'arabic',
  'kanji',
  'fullwidth',
  'none',
] as const;
export type NumeralStyle = (typeof numeralStyles)[number];

/** `labels` of series.yaml: a preset by name, words by place, or words by the reader's standpoint. */
export type LabelSetting =
  | {
      readonly kind: 'preset';
      readonly name: PresetName;
      readonly numerals: NumeralStyle | undefined;
    }
  | {
      readonly kind: 'absolute';
      readonly first: string | undefined;
      readonly middle: string;
      readonly last: string | undefined;
      readonly format: string | undefined;
      readonly numerals: NumeralStyle | undefined;
    }
  | {
      readonly kind: 'relative';
      readonly before: string;
      readonly after: string;
      readonly final: string | undefined;
      readonly format: string | undefined;
      readonly numerals: NumeralStyle | undefined;
    };

/** An episode, an extra (番外編) or a notice (お知らせ). */
export type EpisodeEntry = NumberedEntry | ExtraEntry | NoticeEntry;

export interface NumberedEntry extends EntryBase {
  readonly kind: 'episode';
  /** Place in the series, zero or more, unique among the series' episodes. */
  readonly order: number;
}

export interface ExtraEntry extends EntryBase {
  readonly kind: 'extra';
  /** The order of the episode that it follows. */
  readonly after: number;
}

export interface NoticeEntry extends EntryBase {
  readonly kind: 'notice';
}

interface EntryBase {
  readonly seriesId: string;
  /** Last part of the address, in NFC. */
  readonly slug: string;
  /** Names the episode in feeds and in the announcement ledger; never changes. */
  readonly id: string;
  /** The file, relative to the content folder, with forward slashes. */
  readonly path: string;
  /** SHA-256 of the whole file, in hexadecimal digits. */
  readonly digest: string;
  readonly title: string | undefined;
  /** Undefined only in a draft. */
  readonly date: EpochMilliseconds | undefined;
  readonly updated: EpochMilliseconds | undefined;
  readonly summary: string | undefined;
  readonly warnings: readonly string[];
  readonly arc: string | undefined;
  /** Relative to the content folder; present in `Manuscript.images`. */
  readonly image: string | undefined;
  /** Markdown; the episode's own, not the series'. */
  readonly foreword: string | undefined;
  readonly afterword: string | undefined;
  readonly draft: boolean;
  readonly aliases: readonly string[];
  /** The names that stand in the file itself, even where they say what would hold without them. */
  readonly written?: readonly ('id' | 'slug')[] | undefined;
  readonly body: BodyFacts;
  /** What the Markdown of the frontmatter's keys names; each stands at the key's value. */
  readonly references?: References | undefined;
}

/** A page of its own, such as about.md. */
export interface PageEntry {
  readonly slug: string;
  readonly path: string;
  readonly digest: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly draft: boolean;
  readonly body: BodyFacts;
}

/** What was learned from the Markdown below a file's frontmatter. */
export interface BodyFacts {
  /** Characters or words, as the language counts. */
  readonly length: number;
  /** Nothing to read: white space, comments, or markup without text or image. */
  readonly isEmpty: boolean;
  readonly links: readonly Reference[];
  readonly images: readonly Reference[];
  readonly embeds?: readonly Embed[] | undefined;
  /** The name under which the text is remembered as it is shown, where it is. */
  readonly stored?: string | undefined;
}

/** The addresses that Markdown in a file's settings names. */
export type References = Pick<BodyFacts, 'links' | 'images' | 'embeds'>;

/** A place in a Markdown file that names an address. */
export interface Reference {
  readonly url: string;
  /** 1-based, within the file. */
  readonly line: number;
  readonly column: number;
}

/** An `iframe` that a writer typed; a title that is absent is empty. */
export interface Embed extends Reference {
  readonly title: string;
}

export interface ImageEntry {
  /** Relative to the content folder, with forward slashes. */
  readonly path: string;
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly digest: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}
