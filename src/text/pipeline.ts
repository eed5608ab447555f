import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import remarkBreaks from 'remark-breaks';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { isJapanese } from './language.ts';
import { SCHEMA } from './sanitise-schema.ts';
import { remarkAddresses } from './syntax/addresses.ts';
import { remarkAddressEnds } from './syntax/address-ends.ts';
import { rehypeAlignment } from './syntax/alignment.ts';
import { rehypeAttributes } from './syntax/attributes.ts';
import { remarkBlankLines } from './syntax/blank-lines.ts';
import { rehypeContentModel } from './syntax/content-model.ts';
import { remarkEscapes, verbatimToHast } from './syntax/escapes.ts';
import { footnoteOptions, rehypeFootnotes, remarkFootnotes } from './syntax/footnotes.ts';
import { rehypeHeadings } from './syntax/headings.ts';
import { rehypeIdPrefix } from './syntax/id-prefix.ts';
import { remarkIndentedText } from './syntax/indented-text.ts';
import { breakToHast, rehypeJoinLines } from './syntax/line-breaks.ts';
import { rehypeLinks, type Resolvers } from './syntax/links.ts';
import { remarkLoneAsterisks } from './syntax/lone-asterisks.ts';
import { rehypeNotation } from './syntax/notation.ts';
import { rehypeRawHtml, remarkUnknownTags } from './syntax/raw-html.ts';
import { rehypeReferences, type References } from './syntax/references.ts';
import { rehypeSceneBreaks } from './syntax/scene-breaks.ts';
import { rehypeTateChuYoko } from './syntax/tate-chu-yoko.ts';
import { rehypeTaskMarks } from './syntax/task-marks.ts';
import { rehypeVerbatim } from './syntax/verbatim.ts';

/** Everything that decides what a text becomes. */
export interface PipelineOptions extends Resolvers {
  readonly breaks: boolean;
  /** before every id, where several texts stand on one page */
  readonly idPrefix?: string | undefined;
  /** filled with the addresses found in the source */
  readonly references: References;
}

/**
 * Markdown source to a finished, sanitised tree; the list is the order. What comes behind the
 * sanitiser adds elements and classes of its own and no writer's HTML.
 *
 * @throws RangeError when the source is nested too deep to walk
 */
export function run(source: string, options: PipelineOptions): Root {
  const { language, breaks, references } = options;
  const japanese = isJapanese(language);
  const handlers = { break: breakToHast, verbatim: verbatimToHast };
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkCjkFriendly)
    .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
    .use(remarkIndentedText)
    .use(remarkEscapes)
    .use(remarkLoneAsterisks)
    .use(japanese ? [remarkBlankLines] : [])
    .use(remarkUnknownTags)
    .use(remarkAddressEnds)
    .use(breaks ? [remarkBreaks] : [])
    .use(remarkAddresses)
    .use(remarkFootnotes)
    .use(remarkRehype, { allowDangerousHtml: true, handlers, ...footnoteOptions(language) })
    .use(rehypeRawHtml)
    .use(rehypeReferences, references)
    .use(rehypeSanitize, SCHEMA)
    .use(rehypeContentModel)
    .use(rehypeAttributes)
    .use(rehypeLinks, options)
    .use(rehypeNotation, language)
    .use(rehypeVerbatim)
    .use(breaks ? [] : [[rehypeJoinLines, language]])
    .use(japanese ? [rehypeTateChuYoko] : [])
    .use(rehypeSceneBreaks, language)
    .use(rehypeAlignment)
    .use(rehypeTaskMarks, language)
    .use(rehypeFootnotes, language)
    .use(rehypeHeadings)
    .use(rehypeIdPrefix, options.idPrefix ?? '');
  const file = new VFile(source);
  return processor.runSync(processor.parse(file), file);
}
