import { isVertical, progress } from './direction.ts';

/** The reader's place in the text. */
export interface Place {
  /** The character at which the first whole line in sight begins. */
  readonly character: Range;
  /** How far that line stood from the edge of the window at which the text begins, in pixels. */
  readonly distance: number;
}

/** A place as a browser can keep it: the number of its text in the article, and an offset in that. */
interface PlaceRecord {
  readonly text: number;
  readonly offset: number;
  readonly distance: number;
}

/** Where the reader is; undefined at the beginning of the page. */
export function currentPlace(): Place | undefined {
  const character = progress() < 1 ? undefined : firstInSight();
  return character && { character, distance: distanceOf(character) };
}

/** Scrolls so that a place stands where it stood, or at the page's beginning. */
export function returnTo(place: Place | undefined): void {
  if (place === undefined) {
    scrollTo({ left: 0, top: 0, behavior: 'instant' });
    return;
  }
  // What stood far down the page may stand nearer across it.
  const { clientWidth, clientHeight } = document.documentElement;
  const most = (isVertical() ? clientWidth : clientHeight) / 2;
  const ahead = distanceOf(place.character) - Math.min(place.distance, most);
  scrollBy({ ...(isVertical() ? { left: -ahead } : { top: ahead }), behavior: 'instant' });
}

/** A place for another visit of the same page. */
export function recordOf({ character, distance }: Place): PlaceRecord {
  const text = prose().findIndex((one) => one === character.startContainer);
  return { text, offset: character.startOffset, distance };
}

/** The place of a record; undefined for anything else, and where the page holds it no more. */
export function placeOf(record: unknown): Place | undefined {
  const { text, offset, distance } = Object(record) as Partial<PlaceRecord>;
  const found = prose()[text ?? -1];
  if (offset === undefined || distance === undefined) return undefined;
  if (found === undefined || offset >= found.length) return undefined;
  return { character: characterAt(found, offset), distance };
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

/** How far a character's line stands behind the edge, or what covers it, in pixels. */
function distanceOf(character: Range): number {
  return start(character.getBoundingClientRect()) - coveredEdge();
}

/** Where a box begins, counted from the window's edge at which the text begins, in pixels. */
function start({ top, right }: DOMRect): number {
  return isVertical() ? document.documentElement.clientWidth - right : top;
}

/** How much of that edge the running head covers, in pixels; on its way out it covers none. */
function coveredEdge(): number {
  if (document.documentElement.dataset['head'] === 'away') return 0;
  const head = document.querySelector('body > header')?.getBoundingClientRect();
  if (head === undefined) return 0;
  return Math.max(0, isVertical() ? document.documentElement.clientWidth - head.left : head.bottom);
}

function characterAt(text: Text, offset: number): Range {
  const range = document.createRange();
  range.setStart(text, offset);
  range.setEnd(text, offset + 1);
  return range;
}

/** The box of a character, or of the next that has one: collapsed white space has none. */
function characterBox(text: Text, offset: number): DOMRect {
  for (let i = offset; ; i += 1) {
    const box = characterAt(text, i).getBoundingClientRect();
    if (box.width > 0 || box.height > 0 || i + 1 >= text.length) return box;
  }
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
