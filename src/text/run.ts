import type { Element, ElementContent, Root } from 'hast';
import { contentOf, isPhrasing } from './hast.ts';

/** Half-open stretch of a run, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of phrasing content laid out as one string, so that rules can be judged across inline
 * elements. Offsets are UTF-16 code units of `text` and of `syntax`, which are equally long.
 */
export interface Run {
  readonly nodes: readonly ElementContent[];
  /** what a reader sees */
  readonly text: string;
  /** the same with everything masked that must not be read as notation */
  readonly syntax: string;
  /** where each element that was opened ends */
  readonly ends: ReadonlyMap<Element, number>;
  /** the length of each element that stays whole */
  readonly wholes: ReadonlyMap<Element, number>;
  readonly links: readonly Span[];
  /** offsets that no new element may reach across: edges of links, of ruby and of what is left out */
  readonly cuts: ReadonlySet<number>;
}

/** How an element is seen by a rule: its children in turn, or whole, as these equally long strings. */
export type View = 'open' | { readonly text: string; readonly syntax: string };

/** Lays phrasing content out as one run. */
export function layOut(nodes: readonly ElementContent[], view: (element: Element) => View): Run {
  const ends = new Map<Element, number>();
  const wholes = new Map<Element, number>();
  const links: Span[] = [];
  const cuts = new Set<number>();
  let text = '';
  let syntax = '';
  const add = (node: ElementContent): void => {
    if (node.type === 'text') {
      text += node.value;
      syntax += node.value;
    } else if (node.type === 'element') {
      addElement(node);
    }
  };
  const addElement = (node: Element): void => {
    const seen = view(node);
    const start = text.length;
    if (seen === 'open') {
      node.children.forEach(add);
      ends.set(node, text.length);
      if (node.tagName === 'a') links.push({ start, end: text.length });
      if (node.tagName === 'a' || node.tagName === 'ruby') cuts.add(start).add(text.length);
    } else {
      text += seen.text;
      syntax += seen.syntax;
      wholes.set(node, seen.text.length);
      if (seen.text === '') cuts.add(start);
    }
  };
  nodes.forEach(add);
  return { nodes, text, syntax, ends, wholes, links, cuts };
}

/**
 * Replaces every longest stretch of phrasing content in a tree by what `change` makes of it;
 * preformatted text is left alone.
 */
export function changeRuns(
  parent: Root | Element,
  change: (nodes: readonly ElementContent[]) => readonly ElementContent[],
): void {
  const changed: ElementContent[] = [];
  let stretch: ElementContent[] = [];
  const flush = (): void => {
    if (stretch.length > 0) for (const node of change(stretch)) changed.push(node);
    stretch = [];
  };
  for (const child of contentOf(parent)) {
    if (isPhrasing(child)) {
      stretch.push(child);
    } else {
      flush();
      if (child.type === 'element' && child.tagName !== 'pre') changeRuns(child, change);
      changed.push(child);
    }
  }
  flush();
  parent.children = changed;
}
