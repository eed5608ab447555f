import type { Heading, Paragraph, Root, RootContent, ThematicBreak } from 'mdast';
import {
  BLOCK,
  BOUNDLESS,
  CONTAINER,
  HEADING,
  mayHoldMarkup,
  RULE,
  UNDERLINE,
} from './block-signs.ts';
import { readContainer } from './containers.ts';
import { readJointly, type Unread } from './joint-reading.ts';
import { readMarkedText } from './marked-text.ts';
import {
  behindSpaces,
  isSpace,
  plainParagraph,
  span,
  type Line,
  type LineStart,
} from './source-lines.ts';

/**
 * The mdast of a source that is prose: paragraphs, ATX headings and thematic breaks, lists and
 * quotations, and nothing that could reach from one block into another (definitions, fences, HTML,
 * tables). It is what the parser itself makes of it, positions and all; but of the blocks only those
 * are given to it in which inline Markdown may stand or that are more than a plain list or quotation,
 * and the parser is most of what a text costs.
 *
 * @param source - no table stands in it
 * @param parse - the parser; it must know no indented code
 * @returns undefined where the source is, or might be, more than prose
 */
export function readProse(source: string, parse: (source: string) => Root): Root | undefined {
  // Whatever is defined for the whole text, be it a link's address or a footnote, has this behind it.
  if (source.includes(']:')) return undefined;
  return new ProseReader(source.charCodeAt(0) === BYTE_ORDER_MARK ? source.slice(1) : source).read(
    parse,
  );
}

const BYTE_ORDER_MARK = 0xfeff;

class ProseReader {
  readonly #source: string;
  readonly #children: RootContent[] = [];
  /** what the parser has to read, by the index that it has among the children */
  readonly #unread = new Map<number, Unread>();
  /** the lines of the paragraph or container that is open, without blank ones */
  #lines: Line[] = [];
  /** where, among these, a container may begin; undefined in a paragraph */
  #container: Line | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  read(parse: (source: string) => Root): Root | undefined {
    let next: LineStart = { line: 1, offset: 0 };
    for (;;) {
      const ending = this.#endingAfter(next.offset);
      const end = ending?.index ?? this.#source.length;
      const line = { ...next, text: behindSpaces(this.#source, next.offset, end), end };
      if (!this.#add(line)) return undefined;
      if (!ending) {
        this.#endBlock();
        const children = this.#finish(parse);
        return children && root(children, line);
      }
      next = { line: line.line + 1, offset: end + ending[0].length };
    }
  }

  #endingAfter(offset: number): RegExpExecArray | null {
    LINE_ENDING.lastIndex = offset;
    return LINE_ENDING.exec(this.#source);
  }

  /** Whether the line is prose; then it is taken. */
  #add(line: Line): boolean {
    if (this.#container) {
      if (line.text === line.end) return true;
      if (!this.#isBehindContainer(line)) return this.#addToContainer(line);
      this.#endBlock();
    }
    if (line.text === line.end) {
      this.#endBlock();
    } else if (this.#source.charCodeAt(line.text) > LAST_ASCII) {
      this.#lines.push(line);
    } else {
      return this.#addMarked(this.#source.slice(line.text, line.end), line);
    }
    return true;
  }

  #addMarked(text: string, line: Line): boolean {
    const isUnderline = this.#lines.length > 0 && UNDERLINE.test(text);
    if (HEADING.test(text)) {
      this.#endBlock();
      this.#addHeading(text, line);
    } else if (RULE.test(text) && !isUnderline) {
      this.#endBlock();
      const rule: ThematicBreak = { type: 'thematicBreak', position: span(line, line.text, line) };
      this.#children.push(rule);
    } else if (BLOCK.test(text)) {
      this.#container = line;
      return this.#addToContainer(line);
    } else {
      this.#lines.push(line);
    }
    return true;
  }

  /**
   * Whether a line behind those of a container is certainly no part of it: a blank line ends
   * quotations and paragraphs, and a list goes on with what is indented or with its next item, which
   * has the sign of those before.
   */
  #isBehindContainer(line: Line): boolean {
    const last = this.#lines.at(-1);
    if (!last || line.line === last.line + 1 || line.text > line.offset) return false;
    const sign = this.#signOf(line);
    return sign === undefined || this.#lines.every((each) => isOther(this.#signOf(each), sign));
  }

  /** The sign of the quotation or list that a line without an indent seems to be of. */
  #signOf({ offset, end }: Line): string | undefined {
    return CONTAINER.exec(this.#source.slice(offset, end))?.[1];
  }

  /** Whether the line leaves open where the container ends, and so is taken. */
  #addToContainer(line: Line): boolean {
    this.#lines.push(line);
    return !BOUNDLESS.test(this.#source.slice(line.text, line.end));
  }

  #addHeading(text: string, line: Line): void {
    const [, signs = '', gap = '', value = ''] = PLAIN_HEADING.exec(text) ?? [];
    if (signs === '' || mayHoldMarkup(value)) {
      this.#leave(line, line);
      return;
    }
    const from = line.text + signs.length + gap.length;
    const heading: Heading = {
      type: 'heading',
      depth: depthOf(signs),
      children: [{ type: 'text', value, position: span(line, from, line) }],
      position: span(line, line.text, line),
    };
    this.#children.push(heading);
  }

  #endBlock(): void {
    const [first] = this.#lines;
    const last = this.#lines.at(-1);
    if (!first || !last) return;
    const block = this.#container ? this.#containerOf(first, last) : this.#paragraphOf(first, last);
    if (block) this.#children.push(block);
    else this.#leave(first, last);
    this.#lines = [];
    this.#container = undefined;
  }

  #containerOf(first: Line, last: Line): RootContent | undefined {
    const isWhole = first === this.#container && last.line - first.line < this.#lines.length;
    return isWhole ? readContainer(this.#lines, this.#source) : undefined;
  }

  /** The paragraph that is open; undefined where the parser has to read it. */
  #paragraphOf(first: Line, last: Line): Paragraph | undefined {
    if (this.#lines.some(({ end }) => isSpace(this.#source.charCodeAt(end - 1)))) return undefined;
    const written = this.#source.slice(first.text, last.end);
    const isIndented = this.#lines.some((line) => line !== first && line.text > line.offset);
    if (mayHoldMarkup(written)) {
      const children = isIndented ? undefined : readMarkedText(this.#lines, this.#source);
      return children && { type: 'paragraph', children, position: span(first, first.text, last) };
    }
    const value = isIndented ? this.#withoutIndents(last) : written;
    return plainParagraph(value, first, first.text, last);
  }

  #withoutIndents(last: Line): string {
    return this.#lines
      .map(({ text }, i) => this.#source.slice(text, this.#lines[i + 1]?.offset ?? last.end))
      .join('');
  }

  #leave(start: LineStart, end: Line): void {
    const isContainer = this.#container !== undefined;
    this.#unread.set(this.#children.length, { start, end, isContainer });
    this.#children.push({ type: 'paragraph', children: [] });
  }

  /** All blocks, with those that were left read. */
  #finish(parse: (source: string) => Root): RootContent[] | undefined {
    if (this.#unread.size === 0) return this.#children;
    const indices = [...this.#unread.keys()];
    const read = readJointly([...this.#unread.values()], this.#source, parse);
    if (!read) return undefined;
    const nodes = new Map(indices.map((index, i) => [index, read[i] ?? []]));
    return this.#children.flatMap((child, i) => nodes.get(i) ?? child);
  }
}

function root(children: RootContent[], { line, offset, end }: Line): Root {
  return {
    type: 'root',
    children,
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: { line, column: end - offset + 1, offset: end },
    },
  };
}

/** Whether a line's sign tells that it is of a container, and of no list with that of another. */
function isOther(sign: string | undefined, other: string): boolean {
  return sign !== undefined && sign !== other;
}

const LINE_ENDING = /\r\n?|\n/gu;
const LAST_ASCII = 0x7f;

/** A heading that needs no more reading: no number signs or spaces behind it. */
const PLAIN_HEADING = /^(#{1,6})( +)([^#\s](?:[^#]*[^#\s])?)$/u;

function depthOf({ length }: string): Heading['depth'] {
  return length === 1 || length === 2 || length === 3 || length === 4 || length === 5 ? length : 6;
}
