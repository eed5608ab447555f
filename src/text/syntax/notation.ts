import type { Element, ElementContent, Root } from 'hast';
import { isOfSingleUnits } from '#src/story/length.ts';
import {
  element,
  hasText,
  isAddressLink,
  isFootnoteMark,
  text,
  textOf,
  VERBATIM,
} from '../hast.ts';
import { isJapanese } from '../language.ts';
import { rewrite, type Wrap } from '../rewrite.ts';
import { changeLines, changeRuns, layOut, type Run, type View } from '../run.ts';
import { type Mark, readNotation } from './brackets.ts';
import { LITERAL, OBJECT, REPLACEMENT, RUBY } from './masks.ts';

/**
 * rehype plugin: ruby and dots (typesetting.md, rules 1 to 5, 13 and 15). Works on the finished
 * inline content of a block, so that a base may hold emphasis, links and HTML.
 */
export function rehypeNotation(language: string): (tree: Root) => void {
  const braces = isJapanese(language);
  return (tree) => {
    changeRuns(tree, (nodes) =>
      hasText(nodes, SIGN) ? changeLines(nodes, (line) => change(line, braces)) : nodes,
    );
  };
}

function change(nodes: readonly ElementContent[], braces: boolean): readonly ElementContent[] {
  if (!hasText(nodes, SIGN)) return nodes;
  const run = layOut(nodes, view);
  const { marks, bars } = readNotation(run, braces);
  if (marks.length === 0 && bars.length === 0) return nodes;
  const drops = [...bars];
  for (const mark of marks) drops.push(...mark.drops);
  return rewrite(run, { wraps: marks.map((mark) => wrapOf(mark, run)), drops });
}

/** What there is some of in all notation. */
const SIGN = /[《{]/;

function view(node: Element): View {
  if (node.tagName === VERBATIM) {
    const value = textOf(node);
    return { text: value, syntax: LITERAL.repeat(value.length) };
  }
  if (node.tagName === 'br') return { text: '\n', syntax: '\n' };
  if (node.tagName === 'ruby') return { text: REPLACEMENT, syntax: RUBY };
  const isWhole = OBJECTS.has(node.tagName) || isFootnoteMark(node) || isAddressLink(node);
  return isWhole ? { text: REPLACEMENT, syntax: OBJECT } : 'open';
}

const OBJECTS = new Set(['code', 'kbd', 'samp', 'tt', 'var', 'img', 'input']);

function wrapOf({ base, readings }: Mark, run: Run): Wrap {
  const texts = readings.map(({ start, end }) => readingOf(run, start, end));
  if (texts.every((reading) => DOTS.test(reading))) {
    return { ...base, element: element('em', { className: ['dots'] }), insertions: [] };
  }
  return { ...base, element: element('ruby'), insertions: insertionsOf(base, texts, run) };
}

const DOTS = /^[・･•﹅﹆]+$/u;

function insertionsOf(
  base: Mark['base'],
  readings: readonly string[],
  run: Run,
): Wrap['insertions'] {
  const ends = readings.length > 1 ? characterEnds(run.text.slice(base.start, base.end)) : [];
  if (ends.length !== readings.length) return [{ at: base.end, nodes: reading(readings.join('')) }];
  return readings.map((each, i) => ({ at: base.start + (ends[i] ?? 0), nodes: reading(each) }));
}

/** A reading's text; a bar that makes a bracket literal is not part of it. */
function readingOf(run: Run, start: number, end: number): string {
  if (!/[｜|]/u.test(run.syntax.slice(start, end))) return run.text.slice(start, end);
  let result = '';
  for (let i = start; i < end; i += 1) {
    const isBar = /[｜|]/u.test(run.syntax[i] ?? '') && run.syntax[i + 1] === '《' && i + 1 < end;
    if (!isBar) result += run.text[i] ?? '';
  }
  return result;
}

function characterEnds(base: string): number[] {
  if (isOfSingleUnits(base)) return Array.from(base, (_, index) => index + 1);
  return Array.from(GRAPHEMES.segment(base), ({ index, segment }) => index + segment.length);
}

const GRAPHEMES = new Intl.Segmenter('ja', { granularity: 'grapheme' });

function reading(value: string): ElementContent[] {
  return [OPENING, element('rt', {}, [text(value)]), CLOSING];
}

// The same for all readings: what is finished of a tree is not changed in place.
const OPENING = element('rp', {}, [text('（')]);
const CLOSING = element('rp', {}, [text('）')]);
