import type { Html, Nodes } from 'mdast';
import { element, isAddressLink, text as hastText } from '../hast.ts';
import type { Span } from '../run.ts';
import { INLINE_ESCAPES } from '../syntax/escapes.ts';
import { LITERAL, OBJECT, REPLACEMENT, RUBY } from '../syntax/masks.ts';
import { htmlParts, type HtmlPart } from './html-parts.ts';
import { countUpTo } from './source-text.ts';
import { Stretch } from './stretch.ts';

/**
 * The phrasing content of one block, laid out as one string, before anything was made of it.
 * Offsets are UTF-16 code units of `text` and of `syntax`, which are equally long.
 */
export interface Prose {
  /** what the writer wrote to be read; a line feed for each break */
  readonly text: string;
  /** the same with masks for code, addresses, ruby in HTML and characters that were escaped */
  readonly syntax: string;
  readonly links: readonly Span[];
  /** whether it is a paragraph of the story itself: no heading, list, table, quotation or HTML */
  readonly isStory: boolean;
  /** the offset in the source at which the character at an offset was written */
  readonly sourceOffset: (at: number) => number;
}

/** The prose of a tree or of a part of it, block by block, in the order of the source. */
export function proseOf(node: Nodes, source: string): Prose[] {
  const writer = new ProseWriter(source);
  collect(node, writer);
  return writer.finish();
}

/**
 * The prose of a text without Markdown, in which a backslash makes `{|}《｜` literal; it is all of a
 * source, or stands in one from an offset on.
 */
export function proseOfInline(text: string, source = text, offset = 0): Prose[] {
  const writer = new ProseWriter(source);
  const stretch = new Stretch(text, source, offset);
  let from = 0;
  for (const { 0: escape, index } of text.matchAll(INLINE_ESCAPES)) {
    writer.put(text.slice(from, index), { stretch, shift: from });
    writer.put(escape.slice(1), { stretch, shift: index + 1 }, LITERAL);
    from = index + escape.length;
  }
  writer.put(text.slice(from), { stretch, shift: from });
  return writer.finish();
}

const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'tableCell']);

function collect(node: Nodes, writer: ProseWriter, parent?: Nodes): void {
  if (node.type === 'html') {
    writer.html(node);
    writer.end();
  } else if ('children' in node) {
    const isText = TEXT_BLOCKS.has(node.type);
    const isStory = node.type === 'paragraph' && parent?.type === 'root';
    if (isText) writer.begin(node.position?.start.offset ?? 0, isStory);
    for (const child of node.children) {
      if (isText) writer.phrasing(child);
      else collect(child, writer, node);
    }
    if (isText) writer.end();
  }
}

interface Piece {
  readonly at: number;
  readonly stretch: Stretch;
  readonly shift: number;
}

class ProseWriter {
  readonly #source: string;
  readonly #blocks: Prose[] = [];
  #text = '';
  #syntax = '';
  #links: Span[] = [];
  #isStory = false;
  #pieces: Piece[] = [];
  /** the offset in the source behind what was written last */
  #behind = 0;
  /** an element of HTML that is masked until it is closed */
  #masked: { readonly name: string; readonly sign: string } | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  finish(): Prose[] {
    this.end();
    return this.#blocks;
  }

  /** Begins a block at an offset in the source. */
  begin(from: number, isStory: boolean): void {
    this.#behind = from;
    this.#isStory = isStory;
  }

  /** Ends the block. */
  end(): void {
    if (this.#text !== '') {
      const sourceOffset = finder(this.#pieces);
      const [text, syntax, links] = [this.#text, this.#syntax, this.#links];
      this.#blocks.push({ text, syntax, links, isStory: this.#isStory, sourceOffset });
    }
    this.#text = '';
    this.#syntax = '';
    this.#links = [];
    this.#isStory = false;
    this.#pieces = [];
    this.#masked = undefined;
  }

  /** Text that stands in the source from an offset on; without one, behind what came before. */
  write(value: string, from = this.#behind, mask?: string): void {
    if (value === '') return;
    this.put(value, { stretch: new Stretch(value, this.#source, from), shift: 0 }, mask);
    this.#behind = from + value.length;
  }

  phrasing(node: Nodes): void {
    const from = node.position?.start.offset;
    if (node.type === 'text') this.write(node.value, from);
    else if (node.type === 'verbatim') this.write(node.value, from, LITERAL);
    else if (node.type === 'break') this.write('\n', from);
    else if (node.type === 'html') this.html(node);
    else if (!('children' in node) || isAddress(node)) this.#object(node);
    else {
      const start = this.#text.length;
      for (const child of node.children) this.phrasing(child);
      const isLink = node.type === 'link' || node.type === 'linkReference';
      if (isLink) this.#links.push({ start, end: this.#text.length });
    }
  }

  html(node: Html): void {
    const stretch = new Stretch(node.value, this.#source, node.position?.start.offset ?? 0);
    for (const part of htmlParts(node.value)) {
      if (part.kind === 'text') this.put(part.value, { stretch, shift: part.at });
      else if (part.kind === 'tag') this.#tag(part);
    }
  }

  #tag({ name, isClosing }: HtmlPart & { readonly kind: 'tag' }): void {
    const sign = MASKED.get(name);
    if (this.#masked) {
      if (isClosing && this.#masked.name === name) this.#masked = undefined;
    } else if (sign !== undefined) {
      if (!isClosing) this.#masked = { name, sign };
    } else if (name === 'br') {
      this.write('\n');
    } else if (!PHRASING.has(name)) {
      this.end();
    }
  }

  /** Something that is no text: an image, code, a footnote's mark, an address. */
  #object(node: Nodes): void {
    const { start, end } = node.position ?? {};
    // An address may have been read together with signs that follow it.
    const length = 'children' in node ? textIn(node).length : 0;
    const stretch = new Stretch('', this.#source, start?.offset ?? this.#behind);
    this.put(REPLACEMENT, { stretch, shift: 0 }, OBJECT);
    const isBare = length > 0 && this.#source.startsWith(textIn(node), start?.offset);
    this.#behind = isBare ? (start?.offset ?? 0) + length : (end?.offset ?? this.#behind);
  }

  /** Text of a stretch, from an offset in that on. */
  put(value: string, piece: Omit<Piece, 'at'>, mask = this.#masked?.sign): void {
    if (value === '') return;
    this.#pieces.push({ ...piece, at: this.#text.length });
    this.#text += value;
    this.#syntax += mask === undefined ? value : mask.repeat(value.length);
  }
}

function finder(pieces: readonly Piece[]): Prose['sourceOffset'] {
  let starts: readonly number[] | undefined;
  return (at) => {
    starts ??= pieces.map((piece) => piece.at);
    const piece = pieces[countUpTo(starts, at) - 1];
    return piece ? piece.stretch.offset(piece.shift + at - piece.at) : 0;
  };
}

function isAddress(node: Nodes): boolean {
  return node.type === 'link' && isAddressLink(element('a', {}, [hastText(textIn(node))]));
}

function textIn(node: Nodes): string {
  if ('children' in node) return node.children.map(textIn).join('');
  return 'value' in node ? node.value : '';
}

const MASKED = new Map([
  ['ruby', RUBY],
  ...'code kbd samp tt var pre script style textarea title iframe noscript template xmp listing'
    .split(' ')
    .map((name) => [name, OBJECT] as const),
]);

const PHRASING = new Set(
  (
    'a abbr acronym b bdi bdo big cite data del dfn em font i img input ins label mark nobr q ' +
    's small span strike strong sub sup time u wbr'
  ).split(' '),
);
