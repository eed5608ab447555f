import type { Element, ElementContent, Root } from 'hast';
import { rememberTexts } from '#src/manuscript/remember.ts';
import { isOfSingleUnits } from '#src/story/length.ts';
import { toHtml } from './forms/html.ts';
import { contentOf, element, isPhrasing, text } from './hast.ts';
import { parseInline } from './inline.ts';
import { isJapanese } from './language.ts';
// By their files: what the package exports as a whole takes a fifth of a second to load, in every
// thread, for a DOM that it would find its way through HTML with.
import { model } from '../../node_modules/budoux/module/data/models/ja.js';
import { Parser } from '../../node_modules/budoux/module/parser.js';

const parser = new Parser(model);

/** A title as a heading's HTML: with the notation, and in Japanese with breaks between its phrases. */
export const headingHtml = rememberTexts((source, language) => {
  const line = contentOf(parseInline(source, language));
  return toHtml({
    type: 'root',
    children: isJapanese(language) ? brokenByPhrase(line) : line,
  });
});

/**
 * A Japanese heading, or any line of phrasing content, with a `<wbr>` between its phrases: where it
 * may be broken by browsers that know no `word-break: auto-phrase` (CSS Text 4, section 5.2). None
 * stands inside ruby, 縦中横 or code.
 */
export function brokenByPhrase(line: readonly ElementContent[]): ElementContent[] {
  const breaks = phraseBoundaries(line.map(shown).join(''));
  return breaks.size === 0 ? [...line] : new Breaker(breaks).all(line);
}

/** Where one phrase of a Japanese line ends and the next begins: UTF-16 offsets, between graphemes. */
export function phraseBoundaries(line: string): ReadonlySet<number> {
  const ends = parser.parseBoundaries(line);
  if (isOfSingleUnits(line)) return new Set(ends);
  const graphemes = GRAPHEMES.segment(line);
  return new Set(ends.filter((end) => graphemes.containing(end)?.index === end));
}

const GRAPHEMES = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The same in every heading of a text; the tree itself stays as it is. */
export function withBrokenHeadings(tree: Root): Root {
  return { ...tree, children: contentOf(tree).map(inHeadings) };
}

function inHeadings(node: ElementContent): ElementContent {
  // What cannot hold a heading need not be copied, and that is nearly everything.
  if (node.type !== 'element' || node.tagName === 'p' || isPhrasing(node)) return node;
  const isHeading = /^h[1-6]$/u.test(node.tagName);
  const children = isHeading ? brokenByPhrase(node.children) : node.children.map(inHeadings);
  return { ...node, children };
}

/** Puts the breaks in, counting the characters that a reader sees. */
class Breaker {
  readonly #breaks: ReadonlySet<number>;
  #offset = 0;

  constructor(breaks: ReadonlySet<number>) {
    this.#breaks = breaks;
  }

  all(nodes: readonly ElementContent[]): ElementContent[] {
    return nodes.flatMap((node) => this.#one(node));
  }

  #one(node: ElementContent): ElementContent[] {
    if (node.type === 'text') return this.#text(node.value);
    if (node.type !== 'element' || isWhole(node)) {
      const { length } = shown(node);
      const before = length > 0 && this.#breaks.has(this.#offset) ? [element('wbr')] : [];
      this.#offset += length;
      return [...before, node];
    }
    return [{ ...node, children: this.all(node.children) }];
  }

  #text(value: string): ElementContent[] {
    const pieces: ElementContent[] = [];
    let from = 0;
    for (let at = 0; at < value.length; at += 1) {
      if (!this.#breaks.has(this.#offset + at)) continue;
      if (at > from) pieces.push(text(value.slice(from, at)));
      pieces.push(element('wbr'));
      from = at;
    }
    this.#offset += value.length;
    return [...pieces, text(value.slice(from))];
  }
}

const UNREAD = new Set(['rt', 'rp', 'sup']);
const WHOLE = new Set(['ruby', 'code', 'kbd', 'samp', 'tt', 'var', 'sup']);

function isWhole({ tagName, properties: { className } }: Element): boolean {
  return WHOLE.has(tagName) || (Array.isArray(className) && className.includes('tcy'));
}

/** What a reader sees of a node, without readings and the marks of footnotes. */
function shown(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || UNREAD.has(node.tagName)) return '';
  return node.children.map(shown).join('');
}
