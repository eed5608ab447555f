import type { Heading, Nodes, Paragraph, Root, RootContent, Text, ThematicBreak } from 'mdast';

/**
 * The mdast of a source that is prose: paragraphs, ATX headings and thematic breaks, and nothing
 * that could reach from one block into another (containers, definitions, fences, HTML, tables, setext
 * underlines). It is what the parser itself makes of it, positions and all; but only paragraphs and
 * headings in which inline Markdown may stand are given to it, and the parser is most of what a text
 * costs.
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

/** A place in the source as unist has it, at the head of a line; line is 1-based. */
interface LineStart {
  readonly line: number;
  readonly offset: number;
}

/** A line, as UTF-16 offsets without its ending; `text` is behind the spaces and tabs that indent it. */
interface Line extends LineStart {
  readonly text: number;
  readonly end: number;
}

/** A block that the parser has to read, with the place that its node will have. */
interface Unread {
  readonly start: LineStart;
  readonly end: Line;
  readonly index: number;
}

class ProseReader {
  readonly #source: string;
  readonly #children: RootContent[] = [];
  readonly #unread: Unread[] = [];
  /** the lines of the paragraph that is open */
  #lines: Line[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  read(parse: (source: string) => Root): Root | undefined {
    let next: LineStart = { line: 1, offset: 0 };
    for (;;) {
      const ending = this.#endingAfter(next.offset);
      const end = ending?.index ?? this.#source.length;
      const line = { ...next, text: this.#textFrom(next.offset, end), end };
      if (!this.#add(line)) return undefined;
      if (!ending) {
        this.#endParagraph();
        return this.#readRest(parse) ? this.#root(line) : undefined;
      }
      next = { line: line.line + 1, offset: end + ending[0].length };
    }
  }

  #endingAfter(offset: number): RegExpExecArray | null {
    LINE_ENDING.lastIndex = offset;
    return LINE_ENDING.exec(this.#source);
  }

  #textFrom(start: number, end: number): number {
    let at = start;
    while (at < end && isSpace(this.#source.charCodeAt(at))) at += 1;
    return at;
  }

  /** Whether the line is prose; then it is taken. */
  #add(line: Line): boolean {
    if (line.text === line.end) {
      this.#endParagraph();
    } else if (this.#source.charCodeAt(line.text) > LAST_ASCII) {
      this.#lines.push(line);
    } else {
      return this.#addMarked(this.#source.slice(line.text, line.end), line);
    }
    return true;
  }

  #addMarked(text: string, line: Line): boolean {
    if (HEADING.test(text)) {
      this.#endParagraph();
      this.#addHeading(text, line);
    } else if (RULE.test(text)) {
      // Behind a paragraph hyphens make a heading of it.
      if (text.startsWith('-') && this.#lines.length > 0) return false;
      this.#endParagraph();
      const rule: ThematicBreak = { type: 'thematicBreak', position: span(line, line.text, line) };
      this.#children.push(rule);
    } else if (BLOCK.test(text)) {
      return false;
    } else {
      this.#lines.push(line);
    }
    return true;
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

  #endParagraph(): void {
    const [first] = this.#lines;
    const last = this.#lines.at(-1);
    if (!first || !last) return;
    const value = this.#valueOf(first, last);
    if (value === undefined) this.#leave(first, last);
    else this.#children.push(paragraph(value, first, last));
    this.#lines = [];
  }

  /** The text of the paragraph that is open; undefined where the parser has to find it. */
  #valueOf(first: Line, last: Line): string | undefined {
    const value = this.#source.slice(first.text, last.end);
    if (mayHoldMarkup(value)) return undefined;
    if (this.#lines.some(({ end }) => isSpace(this.#source.charCodeAt(end - 1)))) return undefined;
    if (this.#lines.every((line) => line === first || line.text === line.offset)) return value;
    return this.#lines
      .map(({ text }, i) => this.#source.slice(text, this.#lines[i + 1]?.offset ?? last.end))
      .join('');
  }

  #leave(start: LineStart, end: Line): void {
    this.#unread.push({ start, end, index: this.#children.length });
    this.#children.push({ type: 'paragraph', children: [] });
  }

  /** Has the blocks that were left read, all at once; whether each has become one node. */
  #readRest(parse: (source: string) => Root): boolean {
    if (this.#unread.length === 0) return true;
    const texts = this.#unread.map(({ start, end }) => this.#source.slice(start.offset, end.end));
    // The parser would take it away at the head of what it is given.
    if (texts[0]?.charCodeAt(0) === BYTE_ORDER_MARK) return false;
    const { children } = parse(texts.join('\n\n'));
    if (children.length !== texts.length) return false;
    let given: LineStart = { line: 1, offset: 0 };
    this.#unread.forEach(({ start, end, index }, i) => {
      const node = children[i];
      if (!node) return;
      move(node, start.line - given.line, start.offset - given.offset);
      this.#children[index] = node;
      given = {
        line: given.line + end.line - start.line + 2,
        offset: given.offset + end.end - start.offset + 2,
      };
    });
    return true;
  }

  #root({ line, offset, end }: Line): Root {
    return {
      type: 'root',
      children: this.#children,
      position: {
        start: { line: 1, column: 1, offset: 0 },
        end: { line, column: end - offset + 1, offset: end },
      },
    };
  }
}

const LINE_ENDING = /\r\n?|\n/gu;
const LAST_ASCII = 0x7f;

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

const HEADING = /^#{1,6}(?:[ \t]|$)/u;
const RULE = /^([*_-])[ \t]*(?:\1[ \t]*){2,}$/u;

/** A heading that needs no more reading: no number signs or spaces behind it. */
const PLAIN_HEADING = /^(#{1,6})( +)([^#\s](?:[^#]*[^#\s])?)$/u;

/** What may begin a quotation, HTML, a list, fenced code or a setext underline. */
const BLOCK = /^(?:[<>]|[*+-](?:[ \t]|$)|\d+[.)]|`{3}|~{3}|=+[ \t]*$|-+[ \t]*$)/u;

/**
 * Whether any inline Markdown may stand in a text: emphasis, code, HTML, references and escapes,
 * links, images and footnotes, bare addresses; and whether there is what the parser alone replaces.
 */
function mayHoldMarkup(text: string): boolean {
  return MARKUP.test(text);
}

const MARKUP = /[*_`~<&\\[\]@\t\0]|:\/\/|www\./iu;

function paragraph(value: string, first: Line, last: Line): Paragraph {
  const text: Text = { type: 'text', value, position: span(first, first.text, last) };
  return { type: 'paragraph', children: [text], position: span(first, first.text, last) };
}

function span(first: Line, from: number, last: Line): NonNullable<Nodes['position']> {
  return {
    start: { line: first.line, column: from - first.offset + 1, offset: from },
    end: { line: last.line, column: last.end - last.offset + 1, offset: last.end },
  };
}

function depthOf({ length }: string): Heading['depth'] {
  return length === 1 || length === 2 || length === 3 || length === 4 || length === 5 ? length : 6;
}

/** Moves a node and what it holds by whole lines. */
function move(node: Nodes, lines: number, offset: number): void {
  if (node.position) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += lines;
      point.offset = (point.offset ?? 0) + offset;
    }
  }
  if ('children' in node) for (const child of node.children) move(child, lines, offset);
}
