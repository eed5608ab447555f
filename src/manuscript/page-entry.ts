import type { Finding } from '#src/diagnostics/finding.ts';
import { readFrontmatter } from './frontmatter.ts';
import type { PageEntry, SiteSettings } from './manuscript.ts';
import { inspectFile, inspectKeys } from './references.ts';
import { pageSchema } from './schemas/page.ts';
import type { SourceFile } from './source-file.ts';
import type { ManuscriptTools } from './tools.ts';
import { validate } from './validate.ts';

export interface PageContext {
  readonly site: SiteSettings;
  readonly tools: ManuscriptTools;
  /** Those of the series. */
  readonly folders: readonly string[];
}

/** A page of its own, with every default filled in. */
export function readPage(
  file: SourceFile,
  { site, tools, folders }: PageContext,
): { page: PageEntry | undefined; findings: readonly Finding[] } {
  const read = readFrontmatter(file);
  const { settings } = read;
  if (settings === undefined) {
    return { page: undefined, findings: read.findings };
  }
  const key = partKeys.find((part) => Object.hasOwn(settings, part));
  if (key !== undefined) {
    const [folder, ...others] = folders;
    const values = { key, ...(folder === undefined || others.length > 0 ? {} : { folder }) };
    const position = read.locate([key], 'key');
    return {
      page: undefined,
      findings: [{ code: 'part-outside', file: file.path, ...position, values }],
    };
  }
  const place = { path: file.path, concept: 'page', locate: read.locate } as const;
  const validated = validate(pageSchema, settings, place, { forgiving: false });
  const findings = [...validated.findings];
  const text = { file, tools, language: site.language, breaks: true };
  const { body, findings: slips } = inspectFile(read, text);
  findings.push(...slips);
  // Nobody but the writer sees a draft.
  if (body.isEmpty && settings['draft'] !== true) {
    const line = read.bodyLine;
    findings.push({ code: 'body-empty', file: file.path, line, column: 1, values: {} });
  }
  const { value } = validated;
  if (value === undefined) {
    return { page: undefined, findings };
  }
  const { title, summary } = value;
  const keys = inspectKeys({ markdown: {}, lines: { title, summary } }, read.locate, text);
  const page: PageEntry = {
    slug: file.path.replace(/\.md$/i, '').normalize('NFC'),
    path: file.path,
    digest: file.digest,
    title,
    summary,
    draft: value.draft ?? false,
    body,
  };
  return { page, findings: [...findings, ...keys.findings] };
}

/** What only a part of a series has. */
const partKeys = ['order', 'date', 'kind'];
