import type { Person } from '#src/manuscript/manuscript.ts';
import { remember } from '#src/manuscript/remember.ts';
import type { FeedForm } from './feed-forms.ts';

/** What the head of a page says of it. Texts are plain; addresses absolute where marked. */
export interface Head {
  /** `<title>`, without the site's name. Undefined on the home page. */
  readonly title: string | undefined;
  readonly siteTitle: string;
  readonly description: string | undefined;
  /** Absolute; undefined for a page that has no address of its own, such as the 404. */
  readonly canonical: string | undefined;
  /** Paths. */
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** What a feed reader finds that is given the page's address; the first is the nearest. */
  readonly feeds: readonly FeedLink[];
  readonly type: 'website' | 'article' | 'book';
  /** BCP 47. */
  readonly locale: string;
  readonly image: HeadImage;
  /** False for a page that is of no use as a result of another search. */
  readonly isIndexed?: boolean;
  /** The hosts of the embeds on the page, for its policy. */
  readonly embedHosts?: readonly string[];
  /** For articles: RFC 3339. */
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly author: Person | undefined;
  /** schema.org, as JSON-LD. */
  readonly structuredData?: object | undefined;
}

export interface FeedLink {
  readonly href: string;
  readonly form: FeedForm;
  readonly title: string;
}

export interface HeadImage {
  /** Absolute. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** What it says, where it is known. */
  readonly alt?: string | undefined;
}

/** A `<meta>`: named by `name`, or by `property` for Open Graph. */
export type Meta =
  | { readonly name: string; readonly content: string }
  | { readonly property: string; readonly content: string };

export function fullTitle({ title, siteTitle }: Pick<Head, 'title' | 'siteTitle'>): string {
  return title === undefined ? siteTitle : `${title} - ${siteTitle}`;
}

/**
 * Description, Open Graph (https://ogp.me) and X card tags. X reads Open Graph where it has no
 * tag of its own.
 */
export function metaTags(head: Head): readonly Meta[] {
  const { description, image, author } = head;
  return [
    ...named('description', description),
    ...named('author', author?.name),
    ...named('robots', head.isIndexed === false ? 'noindex' : undefined),
    ...property('og:site_name', head.siteTitle),
    ...property('og:title', head.title ?? head.siteTitle),
    ...property('og:description', description),
    ...property('og:type', head.type),
    ...property('og:url', head.canonical),
    ...property('og:locale', ogLocale(head.locale)),
    ...property('og:image', image.url),
    ...property('og:image:width', String(image.width)),
    ...property('og:image:height', String(image.height)),
    ...property('og:image:alt', image.alt),
    ...property('article:published_time', head.published),
    ...property('article:modified_time', head.modified),
    ...named('twitter:card', 'summary_large_image'),
    ...named('twitter:creator', author?.x && `@${author.x}`),
  ];
}

// Open Graph wants a territory: ja_JP. The likely one stands in where a language names none.
const ogLocale = remember((tag: string) => {
  const { language, region = '' } = new Intl.Locale(tag).maximize();
  return `${language}_${region}`;
});

function named(name: string, content: string | undefined): readonly Meta[] {
  return content === undefined || content === '' ? [] : [{ name, content }];
}

function property(key: string, content: string | undefined): readonly Meta[] {
  return content === undefined || content === '' ? [] : [{ property: key, content }];
}

/**
 * JSON for a `<script>`: `<` is escaped, so that no text can close the element
 * (HTML, section 4.12.1.3).
 */
export function scriptJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}
