import type { Finding } from '#src/diagnostics/finding.ts';
import type { Slip } from '#src/diagnostics/slip.ts';
import type { ReadMarkdown } from './frontmatter.ts';
import type { BodyFacts, Embed, Reference, References } from './manuscript.ts';
import { placeInValue } from './place-in-value.ts';
import type { SourceFile } from './source-file.ts';
import type { Position } from './text-position.ts';
import type { Inspection, Later } from './inspection.ts';
import type { ManuscriptTools } from './tools.ts';
import type { Locate } from './yaml-settings.ts';

/** What looks into texts. */
export interface TextTools extends Pick<ManuscriptTools, 'inspectInline'> {
  readonly inspection: Inspection;
}

/** How Markdown is to be read, and in which file it stands. */
export interface TextContext {
  readonly file: Pick<SourceFile, 'path' | 'text'>;
  readonly language: string;
  readonly breaks: boolean;
  readonly tools: TextTools;
}

/** What the body of a file says, its places counted within the file. */
export function inspectFile(
  read: Pick<ReadMarkdown, 'body' | 'bodyLine'>,
  { file, tools, language, breaks }: TextContext,
): Later<{ body: BodyFacts; findings: readonly Finding[] }> {
  const { body: markdown, bodyLine } = read;
  const inspected = tools.inspection.add({ path: file.path, markdown, language, breaks });
  const shift = <T extends Position>(place: T): T => ({
    ...place,
    line: place.line + bodyLine - 1,
  });
  return () => {
    const { slips = [], ...facts } = inspected();
    return {
      body: {
        ...facts,
        links: facts.links.map(shift),
        images: facts.images.map(shift),
        embeds: facts.embeds?.map(shift),
      },
      findings: slips.map((slip) => ({ ...shift(slip), file: file.path })),
    };
  };
}

/** Texts of settings by their keys. */
type Texts = Readonly<Record<string, string | undefined>>;

/**
 * What texts in settings name, and what looks like a slip in them: `markdown` is Markdown, `lines`
 * hold the notation alone. A link stands at the value, a slip at its own place if YAML tells it.
 */
export function inspectKeys(
  { markdown, lines }: { readonly markdown: Texts; readonly lines: Texts },
  locate: Locate,
  { file, tools, language, breaks }: TextContext,
): Later<{ references: References; findings: readonly Finding[] }> {
  const inMarkdown = present(markdown).map(([key, text]) => {
    const body = { path: file.path, markdown: text, language, breaks };
    return { key, text, inspected: tools.inspection.add(body) };
  });
  return () => {
    const references = {
      links: new Array<Reference>(),
      images: new Array<Reference>(),
      embeds: new Array<Embed>(),
    };
    const findings: Finding[] = [];
    const report = (key: string, text: string, slips: readonly Slip[] = []) => {
      for (const slip of slips) {
        const place = placeInValue(file.text, locate([key], 'value'), text, slip);
        findings.push({ ...slip, ...place, file: file.path });
      }
    };
    for (const { key, text, inspected } of inMarkdown) {
      const { links, images, embeds = [], slips } = inspected();
      const place = locate([key], 'value');
      const put = ({ url }: Reference) => ({ url, ...place });
      references.links.push(...links.map(put));
      references.images.push(...images.map(put));
      references.embeds.push(...embeds.map((embed) => ({ ...embed, ...place })));
      report(key, text, slips);
    }
    for (const [key, text] of present(lines)) {
      report(key, text, tools.inspectInline?.(text, language));
    }
    return { references, findings };
  };
}

/** Most have no sign of anything that is looked for, and need not be parsed to know. */
function present(texts: Texts): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    text !== undefined && SIGNS.test(text) ? [[key, text]] : [],
  );
}

const SIGNS = /[[<{《》「」『』…‥―—─・･｡-､!?｜|！]|[ー－.．。、]{2}/u;
