import type { Element, ElementContent, Root } from 'hast';
import { element, hasText, isAddressLink, isFootnoteMark, textOf } from '../hast.ts';
import { rewrite, type Wrap } from '../rewrite.ts';
import { changeLines, changeRuns, layOut, type Run, type View } from '../run.ts';
import { OBJECT, REPLACEMENT } from './masks.ts';

/**
 * rehype plugin: 縦中横 (typesetting.md, rule 6), exactly two ASCII digits and exactly two of
 * ！？!?, judged across inline elements. Comes behind the notation, whose readings it leaves alone.
 */
export function rehypeTateChuYoko(): (tree: Root) => void {
  return (tree) => {
    changeRuns(tree, (nodes) =>
      hasText(nodes, SIGN, UNREAD) ? changeLines(nodes, change) : nodes,
    );
  };
}

function change(nodes: readonly ElementContent[]): readonly ElementContent[] {
  if (!MAYBE.test(shownIn(nodes))) return nodes;
  const run = layOut(nodes, view);
  const wraps = Array.from(run.syntax.matchAll(PAIR))
    .filter(({ index }) => !run.cuts.has(index + 1) && standsAlone(run, index))
    .map(({ index }) => wrapAt(index));
  return wraps.length === 0 ? nodes : rewrite(run, { wraps, drops: [] });
}

/** What pairs are made of. */
const SIGN = /[0-9！？!?]/;

/** The text of a line, across all elements; few lines hold what may be a pair in it. */
function shownIn(nodes: readonly ElementContent[]): string {
  let shown = '';
  for (const node of nodes) {
    if (node.type === 'text') shown += node.value;
    else if (node.type === 'element' && !UNREAD.has(node.tagName)) shown += shownIn(node.children);
  }
  return shown;
}

const MAYBE = /[0-9]{2}|[！？!?]{2}/;

const PAIR = /(?<![0-9])[0-9]{2}(?![0-9])|(?<![！？!?])[！？!?]{2}(?![！？!?])/gu;

/** Whether what stands around a pair leaves it one, code and what combines with it among that. */
function standsAlone(run: Run, start: number): boolean {
  const next = after(run, start + 2);
  if (/^\p{M}/u.test(next)) return false;
  const around = [before(run, start), next];
  return !around.some(/[0-9]/u.test(run.text.charAt(start)) ? touches : isMark);
}

function isMark(character: string): boolean {
  return /[！？!?]/u.test(character);
}

function touches(character: string): boolean {
  if (isKanaOrKanji(character.charCodeAt(0))) return false;
  if (/^[\p{Nd}.:/,-]/u.test(character)) return true;
  // NFKC brings letters such as 𝐀 and µ, which have no script of their own, to those they stand for.
  const letter = /^[\p{L}\p{Nl}]/u.test(character) ? character.normalize('NFKC') : '';
  return /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(letter);
}

function wrapAt(start: number): Wrap {
  const tcy = element('span', { className: ['tcy'] });
  return { start, end: start + 2, element: tcy, insertions: [] };
}

/** The character before an offset, without the marks that combine with it. */
function before(run: Run, offset: number): string {
  if (isKanaOrKanji(run.text.charCodeAt(offset - 1))) return run.text.charAt(offset - 1);
  return /\P{M}\p{M}{0,8}$/u.exec(run.text.slice(Math.max(0, offset - 18), offset))?.[0] ?? '';
}

/** Of these, which stand beside nearly all pairs, none is a digit or a mark of any kind. */
function isKanaOrKanji(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x4e00 && unit <= 0x9fff);
}

function after(run: Run, offset: number): string {
  return String.fromCodePoint(run.text.codePointAt(offset) ?? 0x20);
}

function view(node: Element): View {
  if (UNREAD.has(node.tagName)) return { text: '', syntax: '' };
  if (node.tagName === 'br') return { text: '\n', syntax: '\n' };
  if (node.tagName === 'img' || isFootnoteMark(node)) return { text: REPLACEMENT, syntax: OBJECT };
  if (!CODE.has(node.tagName) && !isAddressLink(node)) return 'open';
  const value = textOf(node);
  return { text: value, syntax: OBJECT.repeat(value.length) };
}

/** Readings, in which nothing is set upright. */
const UNREAD = new Set(['rt', 'rp']);

const CODE = new Set(['code', 'kbd', 'samp', 'tt', 'var']);
