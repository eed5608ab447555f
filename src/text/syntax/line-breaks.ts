import type { Element, ElementContent, Root } from 'hast';
import type { Handler } from 'mdast-util-to-hast';
import { element, isFootnoteMark, textOf } from '../hast.ts';
import { isJapanese } from '../language.ts';
import { rewrite } from '../rewrite.ts';
import { changeRuns, layOut, type View } from '../run.ts';
import { OBJECT, REPLACEMENT } from './masks.ts';

/** remark-rehype handler: a break is `<br>` alone; a line feed behind it would be a space to some. */
export const breakToHast: Handler = () => element('br');

/**
 * rehype plugin for text whose line breaks are not kept: joins lines without a space between CJK
 * characters (typesetting.md, rule 7). Only line feeds go; a U+3000 beside one stays. Symbols and
 * dashes that scripts share count as CJK beside CJK, and between themselves in Japanese text. Comes
 * behind the notation, which never crosses a line break.
 */
export function rehypeJoinLines(language: string): (tree: Root) => void {
  return (tree) => {
    changeRuns(tree, (nodes) => join(nodes, isJapanese(language)));
  };
}

function join(nodes: readonly ElementContent[], japanese: boolean): readonly ElementContent[] {
  const run = layOut(nodes, view);
  const drops = Array.from(run.syntax.matchAll(/(?<![ \t])[ \t]*\n[ \t]*/gu))
    .map(({ 0: gap, index }) => ({ start: index, end: index + gap.length }))
    .filter(({ start, end }) => {
      const before = /\P{M}\p{M}{0,4}$/u.exec(run.text.slice(Math.max(0, start - 10), start))?.[0];
      const after = /^./u.exec(run.text.slice(end, end + 2))?.[0];
      return before !== undefined && after !== undefined && isJoined(before, after, japanese);
    });
  return drops.length === 0 ? nodes : rewrite(run, { wraps: [], drops });
}

function isJoined(before: string, after: string, japanese: boolean): boolean {
  const isCjk = CJK.test(before) || CJK.test(after) || japanese;
  return isCjk && [before, after].every((each) => CJK.test(each) || SHARED.test(each));
}

// Hangul parts words with spaces and is not meant.
const CJK =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\u30FB\u30FC\uFE30-\uFE4F\uFF01-\uFF9F\uFFE0-\uFFE6]/u;
const SHARED = /^(?:(?![\0-\u00FF])[\p{P}\p{S}])/u;

function view(node: Element): View {
  if (node.tagName === 'rt' || node.tagName === 'rp') return { text: '', syntax: '' };
  if (node.tagName === 'br') return { text: REPLACEMENT, syntax: OBJECT };
  if (node.tagName === 'img' || isFootnoteMark(node)) return { text: REPLACEMENT, syntax: OBJECT };
  if (node.tagName !== 'code') return 'open';
  const value = textOf(node);
  return { text: value, syntax: OBJECT.repeat(value.length) };
}
