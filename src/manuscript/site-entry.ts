import { adviceCodes } from '#src/diagnostics/without-silenced.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import { readAnnouncing, usualAnnouncing } from './announce-settings.ts';
import { checkTag } from './check-tag.ts';
import { readYamlFile } from './frontmatter.ts';
import type { SiteSettings } from './manuscript.ts';
import { siteSchema } from './schemas/site.ts';
import type { SourceFile } from './source-file.ts';
import { validate } from './validate.ts';

/**
 * What the rest is read with where site.yaml cannot be used, for its own mistakes to be found.
 * Nothing is said that depends on what the writer may have chosen: no advice, no frames.
 */
export const stopgapSettings: SiteSettings = {
  title: '',
  url: 'https://example.invalid/',
  language: 'ja',
  timezone: 'Asia/Tokyo',
  tag: 'example.invalid,2026',
  description: undefined,
  author: undefined,
  feeds: { content: 'full', items: 20 },
  search: { unread: 'show' },
  announce: usualAnnouncing,
  silencedAdvice: adviceCodes,
  embeds: undefined,
};

export interface ReadSite {
  /** With every default filled in; undefined where the file cannot be used. */
  readonly settings: SiteSettings | undefined;
  /** The same as far as it can be known, for the rest to be read with. */
  readonly known: SiteSettings;
  readonly findings: readonly Finding[];
}

/** Reads and checks site.yaml. */
export function readSite(file: SourceFile): ReadSite {
  const read = readYamlFile(file);
  if (read.settings === undefined) {
    return { settings: undefined, known: stopgapSettings, findings: read.findings };
  }
  const written = read.settings;
  const place = { path: file.path, concept: 'site.yaml', locate: read.locate } as const;
  const forgiving = { forgiving: true };
  const { value, findings } = validate(siteSchema, written, place, forgiving);
  const known = value ?? validate(siteSchema.partial(), written, place, forgiving).value ?? {};
  /** Whether a setting was written, and cannot be told for a mistake in it or in its name. */
  const isUnclear = (key: 'advice' | 'embeds' | 'language') =>
    (Object.hasOwn(written, key) && known[key] === undefined) ||
    findings.some(
      ({ code, values }) =>
        code === 'unknown-key' && (values['nearest'] === key || values['under'] === key),
    );
  const announcing = readAnnouncing(known.announce, known.author, place);
  const url = known.url ?? stopgapSettings.url;
  const settings: SiteSettings = {
    title: known.title ?? stopgapSettings.title,
    url,
    language: known.language ?? stopgapSettings.language,
    timezone: known.timezone ?? stopgapSettings.timezone,
    tag: known.tag ?? `${new URL(url).hostname},2026`,
    description: known.description,
    author: known.author,
    feeds: {
      content: known.feeds?.content ?? stopgapSettings.feeds.content,
      items: known.feeds?.items ?? stopgapSettings.feeds.items,
      hub: known.feeds?.hub,
    },
    search: { unread: known.search?.unread ?? stopgapSettings.search.unread },
    announce: announcing.announce,
    // What is advised depends on the language, too.
    silencedAdvice:
      isUnclear('advice') || isUnclear('language') ? adviceCodes : (known.advice ?? []),
    embeds: isUnclear('embeds') ? undefined : (known.embeds ?? []),
  };
  return {
    settings: value === undefined ? undefined : settings,
    known: settings,
    findings: [...findings, ...announcing.findings, ...checkTag(known.tag, url, place)],
  };
}
