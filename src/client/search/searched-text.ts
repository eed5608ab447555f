import type { Readable } from '#src/search/query/read-aloud.ts';
import { APART_TAGS, PHRASING_TAGS } from '#src/text/tags.ts';

/** A block of the page's text, with the node that each of its characters stands in. */
export interface PageBlock extends Readable {
  /** In order; the offset at which each begins in the text of the block. */
  readonly nodes: readonly { readonly node: Text; readonly offset: number }[];
}

/** What stands on the page and is not searched: readings, code, footnotes and their marks, furniture. */
const APART = [
  ...APART_TAGS,
  '[data-footnotes]',
  '[data-footnote-ref]',
  '[role=img]',
  '[data-furniture]',
].join(', ');

const PHRASING = new Set(PHRASING_TAGS.map((tag) => tag.toUpperCase()));

/** The blocks of an episode's page that the index holds of it, in the same order. */
export function searchedText(article: Element): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  for (const part of article.querySelectorAll('[data-searched]')) {
    const reader = new BlockReader();
    reader.read(part);
    blocks.push(...reader.finish());
  }
  return blocks;
}

class BlockReader {
  readonly #blocks: PageBlock[] = [];
  #text = '';
  #nodes: { node: Text; offset: number }[] = [];
  #readings: { start: number; end: number; reading: string }[] = [];

  read(node: Node): void {
    if (node instanceof Text) {
      this.#nodes.push({ node, offset: this.#text.length });
      this.#text += node.data;
    } else if (node instanceof Element && !node.matches(APART)) {
      this.#readElement(node);
    }
  }

  finish(): readonly PageBlock[] {
    this.#endBlock();
    return this.#blocks;
  }

  #readElement(element: Element): void {
    if (element.tagName === 'RUBY') {
      this.#readRuby(element);
      return;
    }
    if (element.tagName === 'BR') this.#text += '\n';
    const isBlock = !PHRASING.has(element.tagName);
    if (isBlock) this.#endBlock();
    for (const child of element.childNodes) this.read(child);
    if (isBlock) this.#endBlock();
  }

  /** Each `<rt>` is the reading of what stands before it, back to the one before. */
  #readRuby(ruby: Element): void {
    let start = this.#text.length;
    for (const child of ruby.childNodes) {
      this.read(child);
      if (!(child instanceof Element) || child.tagName !== 'RT') continue;
      const last = this.#readings.at(-1);
      const reading = child.textContent;
      if (this.#text.slice(start).trim() !== '') {
        this.#readings.push({ start, end: this.#text.length, reading });
      } else if (last !== undefined) {
        this.#readings.splice(-1, 1, { ...last, reading: last.reading + reading });
      }
      start = this.#text.length;
    }
  }

  #endBlock(): void {
    if (this.#text.trim() !== '') {
      const readings = this.#readings.filter(({ reading }) => reading.trim() !== '');
      this.#blocks.push({ text: this.#text, readings, nodes: this.#nodes });
    }
    this.#text = '';
    this.#nodes = [];
    this.#readings = [];
  }
}
