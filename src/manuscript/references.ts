import type { BodyFacts, Reference, References } from './manuscript.ts';
import type { ManuscriptTools } from './tools.ts';
import type { Locate } from './yaml-settings.ts';

/** How Markdown is to be read. */
export interface MarkdownOptions {
  readonly language: string;
  readonly breaks: boolean;
}

/** What the body of a file says, its places counted within the file. */
export function inspectFile(
  read: { readonly body: string; readonly bodyLine: number },
  tools: ManuscriptTools,
  options: MarkdownOptions,
): BodyFacts {
  const facts = tools.inspectBody(read.body, options);
  const shift = (reference: Reference) => ({
    ...reference,
    line: reference.line + read.bodyLine - 1,
  });
  return { ...facts, links: facts.links.map(shift), images: facts.images.map(shift) };
}

/** What Markdown in settings names. YAML folds and indents it, so all stands at the value. */
export function inspectKeys(
  keys: Readonly<Record<string, string | undefined>>,
  locate: Locate,
  tools: ManuscriptTools,
  options: MarkdownOptions,
): References {
  const found = Object.entries(keys).map(([key, markdown]) => {
    // Most have neither link nor image, and need not be parsed to know.
    if (markdown === undefined || !/[[<]/.test(markdown)) {
      return { links: [], images: [] };
    }
    const { links, images } = tools.inspectBody(markdown, options);
    const place = locate([key], 'value');
    const put = ({ url }: Reference) => ({ url, ...place });
    return { links: links.map(put), images: images.map(put) };
  });
  return {
    links: found.flatMap(({ links }) => links),
    images: found.flatMap(({ images }) => images),
  };
}
