import type { Finding } from '#src/diagnostics/finding.ts';
import { readFrontmatter } from './frontmatter.ts';
import type { PageEntry, SiteSettings } from './manuscript.ts';
import { inspectFile } from './references.ts';
import { pageSchema } from './schemas/page.ts';
import type { SourceFile } from './source-file.ts';
import type { ManuscriptTools } from './tools.ts';
import { validate } from './validate.ts';

/** A page of its own, with every default filled in. */
export function readPage(
  file: SourceFile,
  { site, tools }: { readonly site: SiteSettings; readonly tools: ManuscriptTools },
): { page: PageEntry | undefined; findings: readonly Finding[] } {
  const read = readFrontmatter(file);
  if (read.settings === undefined) {
    return { page: undefined, findings: read.findings };
  }
  const place = { path: file.path, concept: 'page', locate: read.locate } as const;
  const validated = validate(pageSchema, read.settings, place, { forgiving: false });
  const findings = [...validated.findings];
  const body = inspectFile(read, tools, { language: site.language, breaks: true });
  if (body.isEmpty) {
    const line = read.bodyLine;
    findings.push({ code: 'body-empty', file: file.path, line, column: 1, values: {} });
  }
  const { value } = validated;
  if (value === undefined) {
    return { page: undefined, findings };
  }
  const page: PageEntry = {
    slug: file.path.replace(/\.md$/i, '').normalize('NFC'),
    path: file.path,
    digest: file.digest,
    title: value.title,
    summary: value.summary,
    draft: value.draft ?? false,
    body,
  };
  return { page, findings };
}
