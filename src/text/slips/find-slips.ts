import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Slip } from '#src/diagnostics/slip.ts';
import { isJapanese } from '../language.ts';
import { alternatives } from './alternatives.ts';
import { angleBrackets } from './angle-brackets.ts';
import { bars } from './bars.ts';
import { brokenReadings } from './broken-readings.ts';
import { captions } from './captions.ts';
import { cornerBrackets } from './corner-brackets.ts';
import { dashes } from './dashes.ts';
import { definitions } from './definitions.ts';
import { ellipses } from './ellipses.ts';
import type { Found } from './found.ts';
import { halfWidth } from './half-width.ts';
import { suspectLines } from './lines.ts';
import { type Prose, proseOf, proseOfInline } from './prose.ts';
import { ruby } from './ruby.ts';
import { SourceText } from './source-text.ts';
import { stops } from './stops.ts';
import { unmarkedBases } from './unmarked-bases.ts';
import { untaken } from './untaken.ts';

/**
 * remark plugin: collects what looks like a slip, in the order of the source, and changes nothing;
 * without a list to fill it does nothing at all. Comes when text is told from what only looks like
 * HTML, before anything loses its position.
 */
export function remarkSlips(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { language = '', slips } = file.data.text ?? {};
    if (!slips) return;
    const source = String(file).replace(/^\uFEFF/u, '');
    const nodes: Nodes[] = [];
    gather(tree, nodes);
    const blocks = proseOf(tree, source);
    const found = [
      ...definitions(nodes),
      ...alternatives(nodes, source),
      ...untaken(blocks, nodes, source),
      ...inProse(blocks, language),
      ...captions(nodes, source).flatMap((caption) => inProse(caption, language)),
    ];
    for (const slip of placed(found, source)) slips.push(slip);
  };
}

/** What looks like a slip in a title or another text without Markdown. */
export function slipsInLine(source: string, language: string): Slip[] {
  return placed(inProse(proseOfInline(source), language), source);
}

function inProse(blocks: readonly Prose[], language: string): Found[] {
  const japanese = isJapanese(language);
  const found = [
    ...angleBrackets(blocks),
    ...ruby(blocks, japanese),
    ...unmarkedBases(blocks),
    ...brokenReadings(blocks),
  ];
  if (!japanese) return found;
  const lines = suspectLines(blocks);
  return found.concat(
    bars(blocks),
    cornerBrackets(blocks),
    halfWidth(lines, blocks),
    lines.flatMap((line) => [...ellipses(line), ...dashes(line), ...stops(line)]),
  );
}

function placed(found: readonly Found[], source: string): Slip[] {
  const text = new SourceText(source);
  return found
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ code, offset, values }) => ({ code, ...text.place(offset), values }));
}

/** The nodes that have a slip of their own kind, or tell that another has none. */
function gather(node: Nodes, nodes: Nodes[]): void {
  if ('identifier' in node || KINDS.has(node.type)) nodes.push(node);
  if ('children' in node) for (const child of node.children) gather(child, nodes);
}

const KINDS = new Set<Nodes['type']>(['image', 'link', 'html']);
