import type { Finding } from '#src/diagnostics/finding.ts';
import type { SiteSettings } from '#src/manuscript/manuscript.ts';
import { readSite } from '#src/manuscript/site-entry.ts';
import { readSourceFile } from '#src/manuscript/source-file.ts';

/**
 * What site.yaml says, without the rest of the content.
 *
 * @param contentDir - absolute
 * @returns no settings where it cannot be used, and why
 */
export async function readSettings(
  contentDir: string,
): Promise<{ settings: SiteSettings | undefined; findings: readonly Finding[] }> {
  const read = await readSourceFile(contentDir, 'site.yaml');
  if ('finding' in read) return { settings: undefined, findings: [read.finding] };
  const { settings, findings } = readSite(read.file);
  return { settings, findings };
}
