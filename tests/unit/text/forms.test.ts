import type { Root } from 'hast';
import { toHtml as asTheLibraryDoes } from 'hast-util-to-html';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFeedHtml } from '#src/text/forms/feed-html.ts';
import { toHtml } from '#src/text/forms/html.ts';
import { readAloud } from '#src/search/query/read-aloud.ts';
import { toSearchText, type SearchBlock } from '#src/text/forms/search-text.ts';
import { toXhtml } from '#src/text/forms/xhtml.ts';
import { parseMarkdown } from '#src/text/markdown.ts';
import { toPlainText } from '#src/text/plain-text.ts';
import { composedSource, source } from './arbitrary-source.ts';
import { OPTIONS } from './options.ts';
import { elementsOf, parsedHtml, parsedXhtml, textIn, type Parsed } from './parsed.ts';

const PAGE = 'https://host.example/base/series/slug/';

const tree = fc
  .record({
    source: fc.oneof(source, composedSource),
    breaks: fc.boolean(),
    language: fc.constantFrom('ja', 'en'),
    idPrefix: fc.constantFrom('', 'foreword-'),
  })
  .map(({ source, ...options }) => parseMarkdown(source, { ...OPTIONS, ...RICH, ...options }));

const RICH = {
  allowsEmbed: () => true,
  resolveImage: (src: string) => ({
    src,
    width: 640,
    height: 480,
    srcset: 'small.webp 320w',
    sizes: '100vw',
  }),
};

const holds = (check: (tree: Root) => void): void => {
  fc.assert(fc.property(tree, check), { numRuns: 300 });
};

describe('the forms of one tree', () => {
  it('begin with the HTML that the library writes, byte for byte', () => {
    holds((tree) => {
      expect(toHtml(tree)).toBe(asTheLibraryDoes(tree));
    });
  });

  it('show the same text, with the same readings on the same bases', () => {
    holds((tree) => {
      const page = pageOf(tree);
      const book = parsedXhtml(toXhtml(tree));
      const feed = parsedHtml(toFeedHtml(tree, { page: PAGE }));
      expect(shownIn(book)).toEqual(shownIn(page));
      expect(shownIn(feed)).toEqual(shownIn(page, isBacklink));
    });
  });

  it('are searched by what is read of it', () => {
    holds((tree) => {
      const blocks = toSearchText(tree);
      const page = parsedHtml(toHtml(tree));
      expect(squeezed(blocks.map(({ text }) => text).join(''))).toBe(
        squeezed(textIn(page, (node) => isUnread(node) || isReading(node))),
      );
      expect(blocks.flatMap(readingsOf)).toEqual(elementsOf(page, isUnread).flatMap(readIn));
      expect(toPlainText(tree)).toBe(blocks.map(({ text }) => text).join('\n'));
    });
  });

  it('lead to the same addresses and show the same pictures', () => {
    holds((tree) => {
      const page = pageOf(tree);
      const book = parsedXhtml(toXhtml(tree));
      const feed = parsedHtml(toFeedHtml(tree, { page: PAGE }));
      const absolute = (url: string): string => new URL(url, PAGE).href;
      expect(valuesIn(book, 'a', 'href')).toEqual(valuesIn(page, 'a', 'href'));
      expect(valuesIn(feed, 'a', 'href')).toEqual(
        valuesIn(page, 'a', 'href', isBacklink).map(absolute),
      );
      expect(valuesIn(book, 'img', 'src')).toEqual(valuesIn(page, 'img', 'src'));
      expect(valuesIn(feed, 'img', 'src')).toEqual(valuesIn(page, 'img', 'src').map(absolute));
      for (const name of ['alt', 'width', 'height']) {
        expect(valuesIn(book, 'img', name)).toEqual(valuesIn(page, 'img', name));
        expect(valuesIn(feed, 'img', name)).toEqual(valuesIn(page, 'img', name));
      }
    });
  });

  it('leave the tree as it is', () => {
    holds((tree) => {
      const before = JSON.stringify(tree);
      toHtml(tree);
      toXhtml(tree);
      toFeedHtml(tree, { page: PAGE });
      toSearchText(tree);
      expect(JSON.stringify(tree)).toBe(before);
    });
  });
});

describe('XHTML of any source', () => {
  it('is well-formed and has ids that are valid and stand once', () => {
    holds((tree) => {
      const ids = elementsOf(parsedXhtml(toXhtml(tree))).flatMap(({ attributes }) => {
        expect(Object.keys(attributes).join(' ')).not.toMatch(/data-|srcset|loading|style/u);
        return attributes['id'] ?? [];
      });
      expect(ids.every((id) => /^\S+$/u.test(id))).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });
});

describe('feed HTML of any source', () => {
  it('holds nothing that needs our page', () => {
    holds((tree) => {
      const html = toFeedHtml(tree, { page: PAGE });
      expect(html.search(FORBIDDEN)).toBe(-1);
      for (const { name, attributes } of elementsOf(parsedHtml(html))) {
        expect(name).not.toMatch(/^(?:script|style|iframe)$/u);
        for (const [key, value] of Object.entries(attributes)) {
          expect(key).toMatch(
            /^(?:href|src|alt|title|lang|dir|width|height|start|reversed|open|colspan|rowspan|scope)$/u,
          );
          if (key === 'href' || key === 'src') expect(value).toMatch(/^(?:https?|mailto|tel):/u);
        }
      }
    });
  });
});

describe('search blocks of any source', () => {
  it('are lines of text, with readings that stand in order on text', () => {
    holds((tree) => {
      for (const block of toSearchText(tree)) {
        for (const line of block.text.split('\n')) {
          expect(line.trim()).not.toBe('');
          expect(line).not.toMatch(/^[ \t]|[ \t]$/u);
        }
        let from = 0;
        for (const { start, end, reading } of block.readings) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(block.text.slice(start, end).trim()).toHaveLength(end - start);
          expect(end).toBeGreaterThan(start);
          expect(reading.trim()).toBe(reading);
          expect(reading).not.toBe('');
          from = end;
        }
        expect(from).toBeLessThanOrEqual(block.text.length);
        if (block.readings.length === 0) expect(readAloud(block).text).toBe(block.text);
      }
    });
  });
});

interface Shown {
  readonly text: string;
  readonly readings: readonly Read[];
}

interface Read {
  readonly base: string;
  readonly reading: string;
}

/** What a parsed form shows: its text and its readings, without `leaveOut`. */
function shownIn(root: Parsed, leaveOut: (node: Parsed) => boolean = () => false): Shown {
  return {
    text: squeezed(textIn(root, (node) => isReading(node) || leaveOut(node))),
    readings: elementsOf(root, leaveOut).flatMap((ruby) => pairsIn(ruby, leaveOut)),
  };
}

/** The readings of one `<ruby>`, each with what stands before it. */
function pairsIn(ruby: Parsed, leaveOut: (node: Parsed) => boolean): Read[] {
  if (ruby.name !== 'ruby') return [];
  const pairs: Read[] = [];
  let base = '';
  for (const child of ruby.children) {
    if (typeof child !== 'string' && child.name === 'rt') {
      const reading = child.children.map((each) => textIn(each, leaveOut)).join('');
      pairs.push({ base: squeezed(base), reading: squeezed(reading) });
      base = '';
    } else {
      base += textIn(child, (node) => isReading(node) || leaveOut(node));
    }
  }
  return pairs;
}

/**
 * The readings of one `<ruby>` as they are searched: of those on a base without text each belongs to
 * the one before it, and those that hold no text then are none.
 */
function readIn(ruby: Parsed): Read[] {
  const result: Read[] = [];
  for (const { base, reading } of pairsIn(ruby, isUnread)) {
    const last = result.at(-1);
    if (base !== '') result.push({ base, reading });
    else if (last) result.splice(-1, 1, { ...last, reading: last.reading + reading });
  }
  return result.filter(({ reading }) => reading !== '');
}

function readingsOf({ text, readings }: SearchBlock): Read[] {
  return readings.map(({ start, end, reading }) => ({
    base: squeezed(text.slice(start, end)),
    reading: squeezed(reading),
  }));
}

function isReading({ name }: Parsed): boolean {
  return name === 'rt' || name === 'rp';
}

/** Left out of feeds: they would lead nowhere. */
function isBacklink({ attributes }: Parsed): boolean {
  return 'data-footnote-backref' in attributes;
}

/** Shown, but no part of the text that is read: code, task marks, and what footnotes add. */
function isUnread(node: Parsed): boolean {
  const { name, attributes, children } = node;
  const [first] = children;
  return (
    /^(?:code|pre)$/u.test(name) ||
    isBacklink(node) ||
    attributes['role'] === 'img' ||
    (name === 'sup' && typeof first === 'object' && 'data-footnote-ref' in first.attributes) ||
    /^h\d .*\bfootnote-label$/u.test(`${name} ${attributes['id'] ?? ''}`)
  );
}

/** Without white space, which the forms need not have in common. */
function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** The page as books and feeds are to agree with it. */
function pageOf(tree: Root): Parsed {
  return allowed(withLinksForFrames(parsedHtml(toHtml(tree))));
}

/** What books and feeds show of a page's frames. */
function withLinksForFrames(node: Parsed): Parsed {
  const { src, title } = node.attributes;
  if (node.name === 'iframe') {
    return { name: 'a', attributes: { href: src ?? '' }, children: [title ?? ''] };
  }
  const children = node.children.map((child) =>
    typeof child === 'string' ? child : withLinksForFrames(child),
  );
  return { ...node, children };
}

/** A page without the characters that XML forbids, in texts and attributes. */
function allowed(node: Parsed): Parsed {
  const children = node.children.map((child) =>
    typeof child === 'string' ? child.replace(FORBIDDEN, '') : allowed(child),
  );
  const values = Object.entries(node.attributes).map(
    ([name, value]) => [name, value.replace(FORBIDDEN, '')] as const,
  );
  return { ...node, attributes: Object.fromEntries(values), children };
}

// What XML 1.0 (2.2) lets stand in no document, and the other controls, which it advises against.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function valuesIn(
  root: Parsed,
  name: string,
  attribute: string,
  leaveOut?: (node: Parsed) => boolean,
): string[] {
  return elementsOf(root, leaveOut)
    .filter((node) => node.name === name)
    .map(({ attributes }) => attributes[attribute] ?? '');
}
