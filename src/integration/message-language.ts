import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import { readYamlFile } from '#src/manuscript/frontmatter.ts';
import { isJapanese } from '#src/manuscript/language.ts';
import { canonicalLanguage } from '#src/manuscript/schemas/language.ts';
import { readSourceFile } from '#src/manuscript/source-file.ts';

/**
 * The language that a writer is spoken to in, for a site in `language`: English for a language
 * other than Japanese, and Japanese for what is no language, such as `日本語` or `jp`.
 */
export function findingLanguage(language: string): FindingLanguage {
  const tag = canonicalLanguage(language);
  return tag === undefined || isJapanese(tag) ? 'ja' : 'en';
}

/** The same for a content folder; Japanese where its site.yaml cannot be read. */
export async function messageLanguage(contentDir: string): Promise<FindingLanguage> {
  const read = await readSourceFile(contentDir, 'site.yaml');
  if ('finding' in read) return 'ja';
  const language = readYamlFile(read.file).settings?.['language'];
  return findingLanguage(typeof language === 'string' ? language : 'ja');
}
