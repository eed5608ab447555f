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
import { remarkCombinedExtensions } from './combined-extensions.ts';
import type { Slip } from '#src/diagnostics/slip.ts';
import { isJapanese } from './language.ts';
import { SCHEMA } from './sanitise-schema.ts';
import { remarkSlips } from './slips/find-slips.ts';
import { remarkAddresses } from './syntax/addresses.ts';
import { remarkAddressEnds } from './syntax/address-ends.ts';
import { rehypeAlignment } from './syntax/alignment.ts';
import { rehypeAttributes } from './syntax/attributes.ts';
import { remarkBareAddresses } from './syntax/bare-addresses.ts';
import { blankLineToHast, remarkBlankLines } from './syntax/blank-lines.ts';
import { rehypeContentModel } from './syntax/content-model.ts';
import { rehypeEmbeds } from './syntax/embeds.ts';
import { remarkEscapes, verbatimToHast } from './syntax/escapes.ts';
import { rehypeFigures } from './syntax/figures.ts';
import { footnoteOptions, rehypeFootnotes, remarkFootnotes } from './syntax/footnotes.ts';
import { rehypeHeadings } from './syntax/headings.ts';
import { rehypeIdPrefix } from './syntax/id-prefix.ts';
import { remarkIndentedText } from './syntax/indented-text.ts';
import { breakToHast, rehypeJoinLines } from './syntax/line-breaks.ts';
import { rehypeLinks, type Resolvers } from './syntax/links.ts';
import { remarkLoneAsterisks } from './syntax/lone-asterisks.ts';
import { rehypeNotation } from './syntax/notation.ts';
import { rehypeRawHtml, remarkClosedFrames, remarkUnknownTags } from './syntax/raw-html.ts';
import { rehypeReferences, type References } from './syntax/references.ts';
import { rehypeSceneBreaks } from './syntax/scene-breaks.ts';
import { mayHoldTable, remarkNoTables } from './syntax/tables.ts';
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
  /** filled with what looks like a slip in the source, where that is asked for */
  readonly slips?: Slip[] | undefined;
}

declare module 'vfile' {
  interface DataMap {
    text: PipelineOptions;
  }
}

/**
 * Markdown source to a finished, sanitised tree.
 *
 * @throws RangeError when the source is nested too deep to walk
 */
export function run(source: string, options: PipelineOptions): Root {
  const processor = processorFor({ ...options, tables: mayHoldTable(source) });
  const file = new VFile({ value: source, data: { text: options } });
  return processor.runSync(processor.parse(file), file);
}

/** What one processor serves. */
interface Kind extends Pick<PipelineOptions, 'language' | 'breaks'> {
  readonly tables: boolean;
}

const processors = new Map<string, ReturnType<typeof build>>();

/** Built once for each kind of text: building one takes as long as several plugins do. */
function processorFor({ language, breaks, tables }: Kind): ReturnType<typeof build> {
  const key = [language, breaks, tables].join(' ');
  const processor = processors.get(key) ?? build({ language, breaks, tables });
  processors.set(key, processor);
  return processor;
}

/**
 * The list is the order. What comes behind the sanitiser adds elements and classes of its own and no
 * writer's HTML.
 */
function build({ language, breaks, tables }: Kind) {
  const japanese = isJapanese(language);
  const handlers = { blankLine: blankLineToHast, break: breakToHast, verbatim: verbatimToHast };
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkCjkFriendly)
    .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
    .use(remarkIndentedText)
    .use(remarkEscapes)
    .use(remarkBareAddresses)
    .use(tables ? [] : [remarkNoTables])
    .use(remarkCombinedExtensions)
    .use(remarkLoneAsterisks)
    .use(japanese ? [remarkBlankLines] : [])
    .use(remarkUnknownTags)
    .use(remarkClosedFrames)
    .use(remarkAddressEnds)
    .use(remarkSlips)
    .use(breaks ? [remarkBreaks] : [])
    .use(remarkAddresses)
    .use(remarkFootnotes)
    .use(remarkRehype, { allowDangerousHtml: true, handlers, ...footnoteOptions(language) })
    .use(rehypeRawHtml)
    .use(perText(({ references }) => rehypeReferences(references)))
    .use(rehypeSanitize, SCHEMA)
    .use(perText(rehypeEmbeds))
    .use(rehypeContentModel)
    .use(rehypeAttributes)
    .use(perText(rehypeLinks))
    .use(rehypeNotation, language)
    .use(rehypeVerbatim)
    .use(breaks ? [] : [[rehypeJoinLines, language]])
    .use(japanese ? [rehypeTateChuYoko] : [])
    .use(rehypeSceneBreaks, language)
    .use(rehypeFigures, language)
    .use(rehypeAlignment)
    .use(rehypeTaskMarks, language)
    .use(rehypeFootnotes, language)
    .use(rehypeHeadings)
    .use(perText(({ idPrefix = '' }) => rehypeIdPrefix(idPrefix)))
    .freeze();
}

type Transform = (tree: Root) => void;

/** A plugin that is made anew for each text, since it depends on where the text stands. */
function perText(plugin: (options: PipelineOptions) => Transform) {
  return () =>
    (tree: Root, { data }: VFile): void => {
      if (!data.text) throw new TypeError('a text without its options');
      plugin(data.text)(tree);
    };
}
