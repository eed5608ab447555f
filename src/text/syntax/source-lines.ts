import type { Nodes, Paragraph } from 'mdast';

/** A place in the source as unist has it, at the head of a line; line is 1-based. */
export interface LineStart {
  readonly line: number;
  readonly offset: number;
}

/** A line, as UTF-16 offsets without its ending; `text` is behind the spaces and tabs that indent it. */
export interface Line extends LineStart {
  readonly text: number;
  readonly end: number;
}

type Position = NonNullable<Nodes['position']>;

/** The position of a node that begins at an offset of one line and ends where another does. */
export function span(first: LineStart, from: number, last: Line): Position {
  return {
    start: { line: first.line, column: from - first.offset + 1, offset: from },
    end: { line: last.line, column: last.end - last.offset + 1, offset: last.end },
  };
}

/** The position of a node that begins and ends somewhere in some lines. */
export function spanIn(lines: readonly LineStart[], from: number, to: number): Position {
  return { start: pointIn(lines, from), end: pointIn(lines, to) };
}

function pointIn(lines: readonly LineStart[], at: number): Position['start'] {
  const { line = 1, offset = 0 } = lines.findLast((each) => each.offset <= at) ?? {};
  return { line, column: at - offset + 1, offset: at };
}

/**
 * A paragraph of nothing but text.
 *
 * @param from - where in its first line it begins
 */
export function plainParagraph(value: string, first: Line, from: number, last: Line): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'text', value, position: span(first, from, last) }],
    position: span(first, from, last),
  };
}

/** The first offset from one on that is behind spaces and tabs. */
export function behindSpaces(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(source.charCodeAt(at))) at += 1;
  return at;
}

/** Moves a node and what it holds by whole lines. */
export function move(node: Nodes, lines: number, offset: number): void {
  if (node.position) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += lines;
      point.offset = (point.offset ?? 0) + offset;
    }
  }
  if ('children' in node) for (const child of node.children) move(child, lines, offset);
}

/** Whether a UTF-16 code unit is what Markdown takes for white space in a line. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}
