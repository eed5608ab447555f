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
  const [only] = nodes;
  if (only?.type === 'text' && nodes.length === 1) {
    return { nodes, text: only.value, syntax: only.value, ...NO_ELEMENTS };
  }
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

const NO_ELEMENTS: Pick<Run, 'ends' | 'wholes' | 'links' | 'cuts'> = {
  ends: new Map(),
  wholes: new Map(),
  links: [],
  cuts: new Set(),
};

/**
 * Replaces the lines of a stretch, between its own line breaks, by what `change` makes of each; for
 * rules that never reach across one. Most lines need no change, and to lay out one costs less than
 * to lay out all.
 *
 * @returns the stretch itself where `change` returns all lines themselves
 */
export function changeLines(
  nodes: readonly ElementContent[],
  change: (line: readonly ElementContent[]) => readonly ElementContent[],
): readonly ElementContent[] {
  // Texts that touch are joined where anything changes, so that their stretch has to stay whole.
  if (!nodes.some(isLineBreak) || nodes.some(isTextBehindText)) return change(nodes);
  const changed: ElementContent[] = [];
  let isChanged = false;
  let start = 0;
  for (let end = 0; end <= nodes.length; end += 1) {
    const node = nodes[end];
    if (node && !isLineBreak(node)) continue;
    if (end > start) {
      const line = nodes.slice(start, end);
      const made = change(line);
      isChanged ||= made !== line;
      for (const each of made) changed.push(each);
    }
    if (node) changed.push(node);
    start = end + 1;
  }
  return isChanged ? changed : nodes;
}

function isLineBreak(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br';
}

function isTextBehindText(
  node: ElementContent,
  i: number,
  nodes: readonly ElementContent[],
): boolean {
  return node.type === 'text' && nodes[i - 1]?.type === 'text';
}

/**
 * Replaces every longest stretch of phrasing content in a tree by what `change` makes of it;
 * preformatted text is left alone.
 */
export function changeRuns(
  parent: Root | Element,
  change: (nodes: readonly ElementContent[]) => readonly ElementContent[],
): void {
  if (parent.type === 'element' && parent.children.every(isPhrasing)) {
    const changed = change(parent.children);
    if (changed !== parent.children) parent.children = [...changed];
    return;
  }
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
