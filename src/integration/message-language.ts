import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import { readYamlFile } from '#src/manuscript/frontmatter.ts';
import { isJapanese } from '#src/manuscript/language.ts';
import { readSourceFile } from '#src/manuscript/source-file.ts';

/** The language that a writer is spoken to in, for a site in `language` (BCP 47). */
export function findingLanguage(language: string): FindingLanguage {
  return isJapanese(language) ? 'ja' : 'en';
}

/** The same for a content folder; Japanese where its site.yaml cannot be read. */
export async function messageLanguage(contentDir: string): Promise<FindingLanguage> {
  const read = await readSourceFile(contentDir, 'site.yaml');
  if ('finding' in read) return 'ja';
  const language = readYamlFile(read.file).settings?.['language'];
  return findingLanguage(typeof language === 'string' ? language : 'ja');
}
