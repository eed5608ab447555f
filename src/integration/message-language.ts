import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import { readYamlFile } from '#src/manuscript/frontmatter.ts';
import { readSourceFile } from '#src/manuscript/source-file.ts';

/** The language to speak to the writer in: the site's, and Japanese where that cannot be read. */
export async function messageLanguage(contentDir: string): Promise<FindingLanguage> {
  const read = await readSourceFile(contentDir, 'site.yaml');
  if ('finding' in read) return 'ja';
  const language = readYamlFile(read.file).settings?.['language'] ?? 'ja';
  return typeof language === 'string' && !/^ja\b/i.test(language) ? 'en' : 'ja';
}
