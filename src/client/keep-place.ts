import { isVertical, onTurn } from './direction.ts';
import { currentPlace, type Place, placeOf, recordOf, returnTo } from './place.ts';
import { sendHeadAway, stay } from './running-head.ts';

/**
 * Keeps the reader's place in the text while the page is set anew: by settings, by a window of
 * another size, and down the page by a visit that goes on.
 */

interface Kept {
  readonly place: Place | undefined;
  readonly left: number;
  readonly top: number;
}

let kept: Kept = { place: undefined, left: 0, top: 0 };

/** Changes the page and brings the reader back to the line where they were. */
export function keepPlace(change: () => void): void {
  remember();
  change();
  comeBack();
}

/** Waits until scrolling has come to rest, in milliseconds. */
const rest = 150;

let timer: ReturnType<typeof setTimeout> | undefined;
addEventListener(
  'scroll',
  () => {
    clearTimeout(timer);
    if (!isWhereKept()) timer = setTimeout(remember, rest);
  },
  { passive: true },
);

// Where nothing has been scrolled since, the place is what it was, however often the page is set
// anew: found again each time, it would creep towards the beginning of its line.
function remember(): void {
  if (isWhereKept()) return;
  kept = { place: currentPlace(), left: scrollX, top: scrollY };
}

function isWhereKept(): boolean {
  return kept.left === scrollX && kept.top === scrollY;
}

function comeBack(): void {
  returnTo(kept.place);
  kept = { ...kept, left: scrollX, top: scrollY };
  stay();
}

/** A window of another size sets the lines anew; their length tells, and pictures do not change it. */
function followLines(main: Element): void {
  let length: number | undefined;
  new ResizeObserver(([entry]) => {
    const now = entry?.contentBoxSize[0]?.inlineSize;
    if (length !== undefined && now !== length) comeBack();
    length = now;
  }).observe(main);
}

// Chromium comes back to another place of a vertical page than was left.
function chooseRestoration(): void {
  history.scrollRestoration = isVertical() ? 'manual' : 'auto';
}

const storageKey = `tsuzuki:place:${location.pathname}`;

function leave(): void {
  remember();
  try {
    if (kept.place === undefined) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, JSON.stringify(recordOf(kept.place)));
  } catch {
    // The browser keeps nothing: the next visit begins at the beginning.
  }
}

/** Goes on where a visit was left that is taken up again. */
function arrive(): void {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!isVertical() || (visit?.type !== 'reload' && visit?.type !== 'back_forward')) return;
  const place = placeOf(leftAt());
  if (place === undefined) return;
  kept = { ...kept, place };
  sendHeadAway();
  comeBack();
}

function leftAt(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
  } catch {
    return undefined;
  }
}

const main = document.querySelector('main');
if (main !== null) followLines(main);
onTurn(chooseRestoration);
chooseRestoration();
addEventListener('pagehide', leave);
arrive();
