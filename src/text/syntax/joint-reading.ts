import type { Root, RootContent } from 'mdast';
import { move, type Line, type LineStart } from './source-lines.ts';

/** A stretch of whole lines that the parser has to read. */
export interface Unread {
  readonly start: LineStart;
  readonly end: Line;
  /** whether what is indented behind it would belong to it */
  readonly isContainer: boolean;
}

/**
 * The nodes of each of some stretches of a source, with their positions in it, by one call of the
 * parser, which costs far more a call than a line; undefined where one might not stand for itself.
 *
 * @param stretches - in order; each begins and ends as a block does
 */
export function readJointly(
  stretches: readonly Unread[],
  source: string,
  parse: (source: string) => Root,
): readonly (readonly RootContent[])[] | undefined {
  const texts = stretches.map(({ start, end }) => source.slice(start.offset, end.end));
  // The parser would take it away at the head of what it is given.
  if (texts[0]?.charCodeAt(0) === BYTE_ORDER_MARK) return undefined;
  const gaps = stretches.map(({ end, isContainer }) => {
    if (end.end === source.length) return NOTHING;
    return isContainer ? GUARD : BLANK_LINE;
  });
  const nodes = parse(texts.map((text, i) => text + (gaps[i]?.text ?? '')).join('')).children;
  const read: RootContent[][] = [];
  let given: LineStart = { line: 1, offset: 0 };
  let taken = 0;
  for (const [i, { start, end }] of stretches.entries()) {
    const { length } = texts[i] ?? '';
    const { text, lines, nodes: between } = gaps[i] ?? BLANK_LINE;
    const own = nodes.slice(taken, endOf(nodes, taken, given.offset + length));
    if (own.length === 0) return undefined;
    for (const node of own) move(node, start.line - given.line, start.offset - given.offset);
    read.push(own);
    taken += own.length + between;
    given = {
      line: given.line + end.line - start.line + lines,
      offset: given.offset + length + text.length,
    };
  }
  return taken === nodes.length ? read : undefined;
}

const BYTE_ORDER_MARK = 0xfeff;

/** What parts two stretches. */
const BLANK_LINE = { text: '\n\n', lines: 2, nodes: 0 };

/** The same behind a container: a paragraph ends it, whatever comes behind. */
const GUARD = { text: '\n\nx\n\n', lines: 4, nodes: 1 };

/** What stands behind the last line of a source. */
const NOTHING = { text: '', lines: 0, nodes: 0 };

/** The index of the first node, from one on, that does not end before an offset. */
function endOf(nodes: readonly RootContent[], from: number, offset: number): number {
  let index = from;
  while ((nodes[index]?.position?.end.offset ?? Infinity) <= offset) index += 1;
  return index;
}
