/**
 * The reader's place in the text: kept while the page is set anew, to the character at which the
 * first whole line in sight begins.
 */

import { isVertical, progress } from './direction.ts';

/** Changes the page and brings the reader back to the line where they were. */
export function keepPlace(change: () => void): void {
  const place = currentPlace();
  change();
  if (place === undefined) scrollTo({ left: 0, top: 0, behavior: 'instant' });
  else scrollBy({ ...toLine(place), behavior: 'instant' });
  kept = { place, left: scrollX, top: scrollY };
}

// Where nothing has been scrolled since, the place is what it was, however often the page is set
// anew: found again each time, it would creep towards the beginning of its line.
let kept:
  { readonly place: Range | undefined; readonly left: number; readonly top: number } | undefined;

function currentPlace(): Range | undefined {
  if (
    kept?.left === scrollX &&
    kept.top === scrollY &&
    kept.place?.startContainer.isConnected !== false
  )
    return kept.place;
  return progress() < 1 ? undefined : firstInSight();
}

/** The distance to scroll by, so that a character's line is the first in sight. */
function toLine(place: Range): { left: number; top: number } {
  const ahead = start(place.getBoundingClientRect()) - coveredEdge() - lineGap();
  return isVertical() ? { left: -ahead, top: 0 } : { left: 0, top: ahead };
}

/** The first character of the page's prose whose line stands whole in the window, or the last of all. */
function firstInSight(): Range | undefined {
  const edge = coveredEdge() - 1;
  const texts = prose();
  const isAhead = (text: Text, offset: number) => start(characterBox(text, offset)) >= edge;
  // The first line in sight begins within the last text that begins before it, or with the next.
  const next = firstIndex(texts.length, (i) => isAhead(at(texts, i), 0));
  for (const text of texts.slice(Math.max(0, next - 1), next + 1)) {
    const offset = firstIndex(text.length, (i) => isAhead(text, i));
    if (offset < text.length) return characterAt(text, offset);
  }
  const last = texts.at(-1);
  return last && characterAt(last, last.length - 1);
}

/** Where a box begins, counted from the window's edge at which the text begins, in pixels. */
function start({ top, right }: DOMRect): number {
  return isVertical() ? document.documentElement.clientWidth - right : top;
}

/** How much of that edge the running head covers, in pixels. */
function coveredEdge(): number {
  const head = document.querySelector('body > header')?.getBoundingClientRect();
  if (head === undefined) return 0;
  return Math.max(0, isVertical() ? document.documentElement.clientWidth - head.left : head.bottom);
}

function lineGap(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 2;
}

function characterAt(text: Text, offset: number): Range {
  const range = document.createRange();
  range.setStart(text, offset);
  range.setEnd(text, offset + 1);
  return range;
}

/** The box of a character, or of the next that has one: collapsed white space has none. */
function characterBox(text: Text, offset: number): DOMRect {
  const box = characterAt(text, offset).getBoundingClientRect();
  const hasNone = box.width === 0 && box.height === 0;
  return hasNone && offset + 1 < text.length ? characterBox(text, offset + 1) : box;
}

function at(texts: readonly Text[], index: number): Text {
  const text = texts[index];
  if (text === undefined) throw new RangeError(`no text ${String(index)}`);
  return text;
}

/** The texts of an article, in order, without readings and furniture. */
function prose(): readonly Text[] {
  const walker = document.createTreeWalker(
    document.querySelector('article') ?? document.body,
    NodeFilter.SHOW_TEXT,
    ({ parentElement, nodeValue }) =>
      nodeValue?.trim() === '' || parentElement?.closest('rt, rp, nav, .turn, details') != null
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Text[] = [];
  while (walker.nextNode() !== null) {
    if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  }
  return texts;
}

/** The first of so many indexes that passes, where all behind one that passes do; else their number. */
function firstIndex(count: number, passes: (index: number) => boolean): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
