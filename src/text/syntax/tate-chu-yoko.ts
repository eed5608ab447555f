import type { Element, ElementContent, Root } from 'hast';
import { element, isAddressLink, isFootnoteMark, textOf } from '../hast.ts';
import { rewrite, type Wrap } from '../rewrite.ts';
import { changeRuns, layOut, type Run, type View } from '../run.ts';
import { OBJECT, REPLACEMENT } from './masks.ts';

/**
 * rehype plugin: 縦中横 (typesetting.md, rule 6), exactly two ASCII digits and exactly two of
 * ！？!?, judged across inline elements. Comes behind the notation, whose readings it leaves alone.
 */
export function rehypeTateChuYoko(): (tree: Root) => void {
  return (tree) => {
    changeRuns(tree, change);
  };
}

function change(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const run = layOut(nodes, view);
  const wraps = PAIRS.flatMap(({ run: expression, isPair }) =>
    Array.from(run.syntax.matchAll(expression))
      .map(({ 0: pair, index }) => ({ start: index, end: index + pair.length }))
      .filter(({ start, end }) => end - start === 2 && !run.cuts.has(start + 1))
      .filter(({ end }) => !/^\p{M}/u.test(after(run, end)))
      .filter(({ start, end }) => isPair(before(run, start), after(run, end))),
  );
  return wraps.length === 0 ? nodes : rewrite(run, { wraps: wraps.map(wrapOf), drops: [] });
}

function wrapOf(span: { start: number; end: number }): Wrap {
  return { ...span, element: element('span', { className: ['tcy'] }), insertions: [] };
}

const PAIRS = [
  {
    run: /[0-9]+/gu,
    isPair: (before: string, after: string): boolean => !touches(before) && !touches(after),
  },
  {
    run: /[！？!?]+/gu,
    isPair: (before: string, after: string): boolean => !/[！？!?]/u.test(before + after),
  },
];

function touches(character: string): boolean {
  if (/^[\p{Nd}.:/,-]/u.test(character)) return true;
  // NFKC brings letters such as 𝐀 and µ, which have no script of their own, to those they stand for.
  const letter = /^\p{L}/u.test(character) ? character.normalize('NFKC') : '';
  return /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(letter);
}

/** The character before an offset, without the marks that combine with it. */
function before(run: Run, offset: number): string {
  return /\P{M}\p{M}{0,8}$/u.exec(run.text.slice(Math.max(0, offset - 18), offset))?.[0] ?? '';
}

function after(run: Run, offset: number): string {
  return String.fromCodePoint(run.text.codePointAt(offset) ?? 0x20);
}

function view(node: Element): View {
  if (node.tagName === 'rt' || node.tagName === 'rp') return { text: '', syntax: '' };
  if (node.tagName === 'br') return { text: '\n', syntax: '\n' };
  if (node.tagName === 'img' || isFootnoteMark(node)) return { text: REPLACEMENT, syntax: OBJECT };
  if (!CODE.has(node.tagName) && !isAddressLink(node)) return 'open';
  const value = textOf(node);
  return { text: value, syntax: OBJECT.repeat(value.length) };
}

const CODE = new Set(['code', 'kbd', 'samp', 'tt', 'var']);
