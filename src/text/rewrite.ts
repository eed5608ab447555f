import type { Element, ElementContent } from 'hast';
import { append, text } from './hast.ts';
import type { Run, Span } from './run.ts';

/** An element to put around a stretch of a run; what it holds comes from the run. */
export interface Wrap extends Span {
  readonly element: Element;
  /** nodes to set into it as its own children, in order of `at`, which is at most `end` */
  readonly insertions: readonly {
    readonly at: number;
    readonly nodes: readonly ElementContent[];
  }[];
}

/** What is to change in a run: wraps nest or stand apart, never cross; drops are taken out. */
export interface Edits {
  readonly wraps: readonly Wrap[];
  readonly drops: readonly Span[];
}

/**
 * The nodes of a run with its edits made, in time linear in the run and its edits. An element that
 * crosses the edge of a wrap is split there; what a split or a drop has emptied disappears, and of
 * an element's parts the first keeps its id.
 */
export function rewrite(run: Run, edits: Edits): ElementContent[] {
  const wraps = inOrder(edits.wraps, (a, b) => a.start - b.start || b.end - a.end);
  const drops = joined(edits.drops);
  const [only] = run.nodes;
  if (only?.type === 'text' && run.nodes.length === 1 && wraps.every(isBehindLast)) {
    return rewriteText(only.value, { wraps, drops });
  }
  const writer = new Writer(run, { wraps, drops });
  for (const node of run.nodes) writer.write(node);
  return writer.finish();
}

function isBehindLast({ start }: Wrap, i: number, wraps: readonly Wrap[]): boolean {
  return (wraps[i - 1]?.end ?? 0) <= start;
}

/** The same of a text alone whose wraps stand apart, as nearly all do: no element to split. */
function rewriteText(value: string, { wraps, drops }: Edits): ElementContent[] {
  const result: ElementContent[] = [];
  let at = 0;
  let next = 0;
  const writeTo = (children: ElementContent[], end: number): void => {
    while (at < end) {
      const drop = drops[next];
      const stop = Math.min(end, Math.max(at, drop?.start ?? end));
      if (at < stop) append(children, text(value.slice(at, stop)));
      at = stop;
      if (!drop || at < drop.start) continue;
      at = Math.min(end, drop.end);
      if (at === drop.end) next += 1;
    }
  };
  for (const { start, end, element, insertions } of wraps) {
    writeTo(result, start);
    for (const insertion of insertions) {
      writeTo(element.children, insertion.at);
      for (const node of insertion.nodes) append(element.children, node);
    }
    writeTo(element.children, end);
    result.push(element);
  }
  writeTo(result, value.length);
  return result;
}

interface Piece {
  readonly element: Element;
  readonly end: number;
  readonly origin?: Element;
  readonly wrap?: Wrap;
  inserted: number;
  split: boolean;
}

class Writer {
  readonly #run: Run;
  readonly #wraps: readonly Wrap[];
  readonly #drops: readonly Span[];
  readonly #result: ElementContent[] = [];
  readonly #stack: Piece[] = [];
  readonly #active: Piece[] = [];
  readonly #identified = new Set<Element>();
  #position = 0;
  #nextWrap = 0;
  #nextDrop = 0;

  constructor(run: Run, edits: Edits) {
    this.#run = run;
    this.#wraps = edits.wraps;
    this.#drops = edits.drops;
  }

  write(node: ElementContent): void {
    if (node.type === 'text') {
      this.#writeText(node.value);
    } else if (node.type === 'element') {
      const length = this.#run.wholes.get(node) ?? this.#untouched(node);
      if (length === undefined) this.#writeOpen(node);
      else this.#writeWhole(node, length);
    }
  }

  finish(): ElementContent[] {
    this.#settle();
    return this.#result;
  }

  /** The length of an element that stays as it is; undefined: something begins or ends in it. */
  #untouched(node: Element): number | undefined {
    this.#settle();
    const length = (this.#run.ends.get(node) ?? this.#position) - this.#position;
    if (length === 0 || this.#drop()) return undefined;
    return this.#boundary() < this.#position + length ? undefined : length;
  }

  #writeOpen(node: Element): void {
    this.#settle();
    const end = this.#run.ends.get(node) ?? this.#position;
    const copy = { ...node, children: [] };
    const split = node.children.length > 0;
    this.#stack.push({ element: copy, end, origin: node, inserted: 0, split });
    for (const child of node.children) this.write(child);
    while (this.#stack.at(-1)?.wrap) this.#closeWrap();
    if (this.#stack.at(-1)?.origin === node) this.#pop();
  }

  #writeWhole(node: Element, length: number): void {
    this.#settle();
    if (length > 0) this.#openWraps();
    if (length === 0 || !this.#drop()) append(this.#children(), node);
    this.#position += length;
  }

  #writeText(value: string): void {
    const from = this.#position;
    const to = from + value.length;
    while (this.#position < to) {
      this.#settle();
      this.#openWraps();
      const drop = this.#drop();
      const stop = Math.min(to, this.#boundary());
      if (!drop) append(this.#children(), text(value.slice(this.#position - from, stop - from)));
      this.#position = stop;
    }
  }

  /** The next offset at which something begins or ends. */
  #boundary(): number {
    const active = this.#active.at(-1);
    const drop = this.#drops[this.#nextDrop];
    return Math.min(
      this.#wraps[this.#nextWrap]?.start ?? Infinity,
      active?.wrap?.insertions[active.inserted]?.at ?? Infinity,
      active?.end ?? Infinity,
      (drop && (drop.start > this.#position ? drop.start : drop.end)) ?? Infinity,
    );
  }

  /** Whether what stands at the position is to be taken out. */
  #drop(): boolean {
    while ((this.#drops[this.#nextDrop]?.end ?? Infinity) <= this.#position) this.#nextDrop += 1;
    return (this.#drops[this.#nextDrop]?.start ?? Infinity) <= this.#position;
  }

  /** Makes the insertions that are due and closes the wraps that have ended. */
  #settle(): void {
    for (let top = this.#active.at(-1); top; top = this.#active.at(-1)) {
      const due = top.wrap?.insertions[top.inserted];
      if (top.end <= this.#position) this.#closeWrap();
      else if (due && due.at <= this.#position) this.#reopen(this.#closeDownTo(top, due.nodes));
      else return;
    }
  }

  #openWraps(): void {
    for (;;) {
      const wrap = this.#wraps[this.#nextWrap];
      if (!wrap || wrap.start > this.#position) return;
      this.#nextWrap += 1;
      const crossing: Piece[] = [];
      for (
        let top = this.#stack.at(-1);
        top?.origin && top.end < wrap.end;
        top = this.#stack.at(-1)
      ) {
        crossing.push(this.#pop(true));
      }
      const piece = { element: wrap.element, end: wrap.end, wrap, inserted: 0, split: false };
      this.#stack.push(piece);
      this.#active.push(piece);
      this.#reopen(crossing);
    }
  }

  #closeWrap(): void {
    const piece = this.#active.pop();
    if (!piece) return;
    let open: Piece[] = [];
    do {
      const due = piece.wrap?.insertions[piece.inserted];
      open = open.concat(this.#closeDownTo(piece, due?.nodes ?? []));
    } while (piece.inserted < (piece.wrap?.insertions.length ?? 0));
    this.#pop();
    this.#reopen(open);
  }

  /** Closes what is open inside a wrap, innermost first, and puts nodes into the wrap itself. */
  #closeDownTo(piece: Piece, nodes: readonly ElementContent[]): Piece[] {
    const closed: Piece[] = [];
    while (this.#stack.at(-1) !== piece && this.#stack.length > 0) closed.push(this.#pop(true));
    for (const node of nodes) append(piece.element.children, node);
    piece.inserted += 1;
    return closed;
  }

  /** Opens again, outermost first, elements that were closed innermost first. */
  #reopen(closed: readonly Piece[]): void {
    for (const piece of closed.toReversed()) {
      this.#stack.push({ ...piece, element: { ...piece.element, children: [] }, split: true });
    }
  }

  #pop(split = false): Piece {
    const piece = this.#stack.pop();
    if (!piece) throw new Error('nothing is open');
    const { element, origin } = piece;
    if (element.children.length === 0 && (piece.split || split)) return piece;
    const isLater = origin && this.#identified.has(origin);
    if (origin) this.#identified.add(origin);
    if (isLater) element.properties = { ...element.properties, id: undefined };
    append(this.#children(), element);
    return piece;
  }

  #children(): ElementContent[] {
    return this.#stack.at(-1)?.element.children ?? this.#result;
  }
}

/** The same spans in an order, which they nearly always have. */
function inOrder<T extends Span>(
  spans: readonly T[],
  compare: (a: T, b: T) => number,
): readonly T[] {
  const isSorted = spans.every((span, i) => compare(spans[i - 1] ?? span, span) <= 0);
  return isSorted ? spans : spans.toSorted(compare);
}

function joined(drops: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const drop of inOrder(drops, (a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && drop.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, drop.end) };
    } else {
      result.push(drop);
    }
  }
  return result;
}
