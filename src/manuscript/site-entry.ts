import type { Finding } from '#src/diagnostics/finding.ts';
import { readYamlFile } from './frontmatter.ts';
import type { SiteSettings } from './manuscript.ts';
import { siteSchema } from './schemas/site.ts';
import type { SourceFile } from './source-file.ts';
import { validate } from './validate.ts';

/** What the rest is read with where site.yaml cannot be used, for its own mistakes to be found. */
export const stopgapSettings: SiteSettings = {
  title: '',
  url: 'https://example.invalid/',
  language: 'ja',
  timezone: 'Asia/Tokyo',
  tag: 'example.invalid,2026',
  description: undefined,
  author: undefined,
  feeds: { content: 'full', items: 20 },
  silencedAdvice: [],
  embeds: [],
};

/** site.yaml with every default filled in, or undefined where it cannot be used. */
export function readSite(file: SourceFile): {
  settings: SiteSettings | undefined;
  findings: readonly Finding[];
} {
  const read = readYamlFile(file);
  if (read.settings === undefined) {
    return { settings: undefined, findings: read.findings };
  }
  const place = { path: file.path, concept: 'site.yaml', locate: read.locate } as const;
  const { value, findings } = validate(siteSchema, read.settings, place, { forgiving: true });
  if (value === undefined) {
    return { settings: undefined, findings };
  }
  const settings: SiteSettings = {
    title: value.title,
    url: value.url,
    language: value.language ?? stopgapSettings.language,
    timezone: value.timezone ?? stopgapSettings.timezone,
    tag: value.tag ?? `${new URL(value.url).hostname},2026`,
    description: value.description,
    author: value.author,
    feeds: {
      content: value.feeds?.content ?? stopgapSettings.feeds.content,
      items: value.feeds?.items ?? stopgapSettings.feeds.items,
    },
    silencedAdvice: value.advice ?? stopgapSettings.silencedAdvice,
    embeds: value.embeds ?? stopgapSettings.embeds,
  };
  return { settings, findings };
}
