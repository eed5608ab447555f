import type { Run, Span } from '../run.ts';
import { braceGroups, type BraceGroup } from './braces.ts';
import { kanjiStart } from './kanji.ts';
import { OBJECT, RUBY } from './masks.ts';

/** One piece of notation found in a run. */
export interface Mark {
  /** the offset of its opening bracket, which tells what is nested in what */
  readonly at: number;
  /** what carries the readings or the dots */
  readonly base: Span;
  /** none for dots written 《《》》 */
  readonly readings: readonly Span[];
  /** the notation's own characters */
  readonly drops: readonly Span[];
}

/** The notation of a run, and the bars that only made a bracket literal. */
export interface Notation {
  readonly marks: readonly Mark[];
  readonly bars: readonly Span[];
}

/**
 * Reads 漢字《かんじ》, ｜基《ルビ》, 《《強調》》, ｜《 and, where `braces` is set, {漢字|かんじ}, in time
 * linear in the run. What has a base but no proper reading (empty, nested, holding more than text,
 * across a line break) stays text, together with what is nested in it.
 */
export function readNotation(run: Run, braces: boolean): Notation {
  const reader = new Reader(run);
  const groups = braces && run.syntax.includes('{') ? braceGroups(run.syntax) : [];
  let group = 0;
  let behind = 0;
  for (let index = 0; index < run.syntax.length; index += 1) {
    if (index < behind || !isSign(run.syntax.charCodeAt(index))) continue;
    const sign = run.syntax.charAt(index);
    const next = groups[group];
    if (next?.open === index) {
      reader.brace(next);
      group += 1;
      behind = next.end;
    } else if (isBar(sign) && run.syntax[index + 1] === '《') {
      reader.literalBracket(index);
      behind = index + 2;
    } else {
      reader.sign(sign, index);
    }
  }
  return reader;
}

/** Whether a code unit is one of {, |, line feed, 《, 》, ｜ and the mask of ruby. */
function isSign(unit: number): boolean {
  switch (unit) {
    case 0x7b:
    case 0x7c:
    case 0x0a:
    case 0x300a:
    case 0x300b:
    case 0xff5c:
    case 0xfdd2:
      return true;
    default:
      return false;
  }
}

function isBar(sign: string): boolean {
  return sign === '｜' || sign === '|';
}

interface Open {
  readonly at: number;
  /** where its base begins, if it has one */
  readonly base: number | undefined;
  readonly bar: number | undefined;
  hasNested: boolean;
}

class Reader {
  readonly marks: Mark[] = [];
  readonly bars: Span[] = [];
  readonly #run: Run;
  #open: Open[] = [];
  #bar: number | undefined;
  /** what no base reaches back across */
  #floor = 0;
  #link = 0;
  #closed: { readonly open: number; readonly close: number } | undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  sign(sign: string, at: number): void {
    if (sign === '《') {
      this.#open.push(this.#opened(at));
      this.#edge(at + 1);
    } else if (sign === '》') {
      this.#close(at);
      this.#edge(at + 1);
    } else if (isBar(sign)) {
      this.#bar = at;
    } else if (sign === '\n') {
      this.#open = [];
      this.#edge(at + 1);
    } else if (sign === RUBY) {
      this.#edge(at + 1);
    }
  }

  brace({ open, end, base, readings }: BraceGroup): void {
    const drops = [
      { start: open, end: base.start },
      { start: base.end, end },
    ];
    this.marks.push({ at: open, base, readings, drops });
    this.#nest();
    this.#edge(end);
  }

  literalBracket(bar: number): void {
    this.bars.push({ start: bar, end: bar + 1 });
  }

  #edge(at: number): void {
    this.#bar = undefined;
    this.#floor = at;
  }

  #nest(): void {
    const outer = this.#open.at(-1);
    if (outer) outer.hasNested = true;
  }

  #opened(at: number): Open {
    const bar = this.#bar;
    if (bar !== undefined && this.#isWritten(bar + 1, at)) {
      return { at, base: bar + 1, bar, hasNested: false };
    }
    const start = this.#implicitBase(at);
    return { at, base: start < at ? start : undefined, bar: undefined, hasNested: false };
  }

  /** The kanji before a bracket, as far as they take in no part of a link without the rest of it. */
  #implicitBase(at: number): number {
    const { syntax, links } = this.#run;
    while ((links[this.#link + 1]?.start ?? Infinity) <= at) this.#link += 1;
    const near = links[this.#link];
    const isInside = near !== undefined && near.start <= at && at < near.end;
    const floor = Math.max(this.#floor, isInside ? near.start : 0);
    const start = kanjiStart(syntax, at, floor);
    for (let i = this.#link; i >= 0; i -= 1) {
      const link = links[i];
      if (!link || link.end <= start) break;
      if (link.end <= at && link.start < start) return link.end;
    }
    return start;
  }

  #close(close: number): void {
    const open = this.#open.pop();
    if (!open) return;
    const inner = this.#closed;
    this.#closed = { open: open.at, close };
    if (
      inner?.open === open.at + 1 &&
      inner.close === close - 1 &&
      this.#isWritten(open.at + 2, close - 1)
    ) {
      this.#addDots(open.at, close);
      this.#closed = undefined;
    } else if (open.base !== undefined) {
      if (open.hasNested) this.#forgetFrom(open.at);
      else if (this.#isReading(open.at + 1, close)) this.#addRuby(open, open.base, close);
    }
    this.#nest();
  }

  #addDots(open: number, close: number): void {
    const base = { start: open + 2, end: close - 1 };
    const drops = [
      { start: open, end: base.start },
      { start: base.end, end: close + 1 },
    ];
    this.marks.push({ at: open, base, readings: [], drops });
  }

  #addRuby(open: Open, start: number, close: number): void {
    const drops = [{ start: open.at, end: close + 1 }];
    if (open.bar !== undefined) drops.push({ start: open.bar, end: open.bar + 1 });
    const readings = [{ start: open.at + 1, end: close }];
    this.marks.push({ at: open.at, base: { start, end: open.at }, readings, drops });
  }

  #forgetFrom(at: number): void {
    while ((this.marks.at(-1)?.at ?? -1) > at) this.marks.pop();
  }

  #isWritten(start: number, end: number): boolean {
    return this.#run.syntax.slice(start, end).trim() !== '';
  }

  #isReading(start: number, end: number): boolean {
    return this.#isWritten(start, end) && !this.#run.syntax.slice(start, end).includes(OBJECT);
  }
}
