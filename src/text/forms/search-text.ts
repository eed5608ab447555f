import type { Element, Nodes, Root } from 'hast';
import { baseText, footnoteLabel, inOneLine, isApart, withoutSpaces } from '../base-text.ts';
import { isPhrasing } from '../hast.ts';

/** A reading and its base: half-open offsets in UTF-16 code units of the block's text. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly reading: string;
}

/** One paragraph, heading, table cell, caption, or a list item's own text. */
export interface SearchBlock {
  readonly kind: 'heading' | 'text';
  /** base text; a line break inside the block is "\n", and no line is blank or ends in a space */
  readonly text: string;
  /** in order; bases never overlap and are never empty */
  readonly readings: readonly Reading[];
}

/**
 * A tree as the blocks of base text that a reader reads, in order, with their readings: those of the
 * notation and those of `<ruby>` that a writer typed. Code, the marks and backlinks of footnotes and
 * the heading above these are left out; so are blank lines, blocks without text, and readings that
 * hold no text or whose base holds none. `<rt>`s in a row are one reading, of the base before them.
 */
export function toSearchText(tree: Root): readonly SearchBlock[] {
  const collector = new Collector();
  collector.add(tree);
  return collector.finish();
}

class Collector {
  readonly #blocks: SearchBlock[] = [];
  #text = '';
  #readings: Reading[] = [];

  add(node: Nodes): void {
    if (node.type === 'text') this.#text += inOneLine(node.value);
    else if (node.type === 'root') this.#addChildren(node);
    else if (node.type === 'element' && !isApart(node)) this.#addElement(node);
  }

  finish(): readonly SearchBlock[] {
    this.#endBlock('text');
    return this.#blocks;
  }

  #addElement(node: Element): void {
    if (node.tagName === 'br') {
      this.#text += '\n';
    } else if (node.tagName === 'ruby') {
      this.#addRuby(node);
    } else if (isPhrasing(node)) {
      this.#addChildren(node);
    } else {
      this.#endBlock('text');
      this.#addChildren(node);
      this.#endBlock(/^h[1-6]$/u.test(node.tagName) ? 'heading' : 'text');
    }
  }

  #addChildren(node: Root | Element): void {
    const label = footnoteLabel(node);
    for (const child of node.children) if (child !== label) this.add(child);
  }

  /** Each `<rt>` is the reading of what stands before it, back to the one before. */
  #addRuby(node: Element): void {
    const before = this.#text;
    const readings: Reading[] = [];
    let from = 0;
    this.#text = '';
    for (const child of node.children) {
      if (child.type !== 'element' || child.tagName !== 'rt') {
        this.add(child);
        continue;
      }
      const base = this.#text.slice(from);
      const start = before.length + from + base.length - base.trimStart().length;
      const length = base.trim().length;
      const reading = readingOf(child);
      const last = readings.at(-1);
      if (length > 0) readings.push({ start, end: start + length, reading });
      else if (last) readings.splice(-1, 1, { ...last, reading: last.reading + reading });
      from = this.#text.length;
    }
    this.#text = before + this.#text;
    for (const each of readings) if (each.reading !== '') this.#readings.push(each);
  }

  #endBlock(kind: SearchBlock['kind']): void {
    if (this.#text === '') return;
    const lines = UNEVEN.test(this.#text) ? linesOf(this.#text) : undefined;
    if (!lines) {
      this.#blocks.push({ kind, text: this.#text, readings: this.#readings });
    } else if (lines.length > 0) {
      const text = lines.map(({ start, end }) => this.#text.slice(start, end)).join('\n');
      this.#blocks.push({ kind, text, readings: moved(this.#readings, lines) });
    }
    this.#text = '';
    this.#readings = [];
  }
}

/** A line that is blank or has spaces at an end, and so does not stand as it is: seldom. */
const UNEVEN = /^[ \t]|[ \t]$|^\s*$/mu;

function readingOf(rt: Element): string {
  const [only, ...others] = rt.children;
  if (only?.type === 'text' && others.length === 0) return inOneLine(only.value).trim();
  const lines = rt.children.map(baseText).join('').split('\n');
  return lines.map((line) => line.trim()).join('');
}

/** A line that is kept: its offsets in a block's text as collected, and its place in the finished text. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly place: number;
}

function linesOf(collected: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  let place = 0;
  for (const line of collected.split('\n')) {
    if (line.trim() !== '') {
      const { start, end } = withoutSpaces(line);
      lines.push({ start: offset + start, end: offset + end, place });
      place += end - start + 1;
    }
    offset += line.length + 1;
  }
  return lines;
}

/** Readings in a block's text as collected, brought to their places in the finished text. */
function moved(readings: readonly Reading[], lines: readonly Line[]): Reading[] {
  const result: Reading[] = [];
  let i = 0;
  for (const { start, end, reading } of readings) {
    while ((lines[i]?.end ?? Infinity) <= start) i += 1;
    const first = lines[i];
    if (!first) break;
    let j = i;
    while ((lines[j + 1]?.start ?? Infinity) < end) j += 1;
    const last = lines[j] ?? first;
    const place = {
      start: first.place + Math.max(0, start - first.start),
      end: last.place + Math.min(end, last.end) - last.start,
    };
    if (place.start < place.end) result.push({ ...place, reading });
  }
  return result;
}
