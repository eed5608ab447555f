import type { Root } from 'hast';
import type { Root as Markdown } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import remarkBreaks from 'remark-breaks';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Slip } from '#src/diagnostics/slip.ts';
import { isJapanese } from './language.ts';
import { parseSource } from './parser.ts';
import { SCHEMA } from './sanitise-schema.ts';
import { remarkSlips } from './slips/find-slips.ts';
import { remarkAddresses } from './syntax/addresses.ts';
import { remarkAddressEnds } from './syntax/address-ends.ts';
import { rehypeAlignment } from './syntax/alignment.ts';
import { rehypeAttributes } from './syntax/attributes.ts';
import { blankLineToHast, remarkBlankLines } from './syntax/blank-lines.ts';
import { rehypeContentModel } from './syntax/content-model.ts';
import { rehypeEmbeds } from './syntax/embeds.ts';
import { verbatimToHast } from './syntax/escapes.ts';
import { rehypeFigures } from './syntax/figures.ts';
import { footnoteOptions, rehypeFootnotes, remarkFootnotes } from './syntax/footnotes.ts';
import { rehypeHeadings } from './syntax/headings.ts';
import { rehypeIdPrefix } from './syntax/id-prefix.ts';
import { breakToHast, rehypeJoinLines } from './syntax/line-breaks.ts';
import { rehypeLinks, type Resolvers } from './syntax/links.ts';
import { remarkLoneAsterisks } from './syntax/lone-asterisks.ts';
import { rehypeNotation } from './syntax/notation.ts';
import { isPlain, remarkPlainTree } from './syntax/plain-tree.ts';
import { rehypeRawHtml, remarkClosedFrames, remarkUnknownTags } from './syntax/raw-html.ts';
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
  const markdown = parseSource(source);
  const file = new VFile({ value: source, data: { text: options } });
  const { toTree, finish } = processorsFor({ ...options, plain: isPlain(markdown) });
  const tree = toTree(markdown, file);
  finish(tree);
  rehypeIdPrefix(options.idPrefix ?? '')(tree);
  return tree;
}

/** What the processors for a text serve. */
interface Kind extends Pick<PipelineOptions, 'language' | 'breaks'> {
  /** whether the text holds nothing that most of the plugins are for */
  readonly plain: boolean;
}

interface Processors {
  readonly toTree: TreeMaker;
  /** changes the tree in place */
  readonly finish: Transform;
}

type TreeMaker = (text: Markdown, file: VFile) => Root;

const processors = new Map<string, Processors>();

/** Built once for each kind of text: building one takes as long as several plugins do. */
function processorsFor(kind: Kind): Processors {
  const key = [kind.language, kind.breaks, kind.plain].join(' ');
  const known = processors.get(key);
  if (known) return known;
  const toTree = kind.plain ? plainTreeMaker(kind) : treeMaker(kind);
  const built = { toTree, finish: finisher(kind) };
  processors.set(key, built);
  return built;
}

/** From Markdown to a sanitised tree with its addresses resolved. The list is the order. */
function treeMaker({ language, breaks }: Kind): TreeMaker {
  const handlers = { blankLine: blankLineToHast, break: breakToHast, verbatim: verbatimToHast };
  const processor = unified()
    .use(remarkLoneAsterisks)
    .use(isJapanese(language) ? [remarkBlankLines] : [])
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
    .freeze();
  return (text, file) => processor.runSync(text, file);
}

/** The same of a plain text, by calls alone: there are many such texts, and each is read quickly. */
function plainTreeMaker({ language, breaks }: Kind): TreeMaker {
  const changes = [
    remarkLoneAsterisks(),
    ...(isJapanese(language) ? [remarkBlankLines()] : []),
    remarkAddressEnds(),
    remarkSlips(),
  ];
  const toTree = remarkPlainTree({ breaks });
  return (text, file) => {
    for (const change of changes) change(text, file);
    const tree = toTree(text);
    const options = optionsOf(file);
    rehypeReferences(options.references)(tree);
    rehypeLinks(options)(tree);
    return tree;
  };
}

/**
 * What comes behind the sanitiser adds elements and classes of its own and no writer's HTML. The list
 * is the order.
 */
function finisher({ language, breaks, plain }: Kind): Transform {
  const changes = [
    rehypeNotation(language),
    rehypeVerbatim(),
    ...(breaks ? [] : [rehypeJoinLines(language)]),
    ...(isJapanese(language) ? [rehypeTateChuYoko()] : []),
    rehypeSceneBreaks(language),
    ...(plain ? [] : forRicherTexts(language)),
    rehypeHeadings(),
  ];
  return (tree) => {
    for (const change of changes) change(tree);
  };
}

function forRicherTexts(language: string): Transform[] {
  return [
    rehypeFigures(language),
    rehypeAlignment(),
    rehypeTaskMarks(language),
    rehypeFootnotes(language),
  ];
}

type Transform = (tree: Root) => void;

/** A plugin that is made anew for each text, since it depends on where the text stands. */
function perText(plugin: (options: PipelineOptions) => Transform) {
  return () =>
    (tree: Root, file: VFile): void => {
      plugin(optionsOf(file))(tree);
    };
}

function optionsOf({ data }: VFile): PipelineOptions {
  if (!data.text) throw new TypeError('a text without its options');
  return data.text;
}
