import { isVertical, onTurn } from './direction.ts';

/**
 * Lets the wheel and the keys move a vertical page the way its text runs: browsers scroll them up
 * and down, where such a page has nowhere to go.
 */
const root = document.documentElement;

listen();
onTurn(listen);

// Only where it is needed: a wheel that is listened to scrolls less smoothly.
function listen(): void {
  removeEventListener('wheel', turnWheel);
  removeEventListener('keydown', turnKey);
  removeEventListener('focusin', showWhole);
  if (!isVertical()) return;
  addEventListener('wheel', turnWheel, { passive: false });
  addEventListener('keydown', turnKey);
  addEventListener('focusin', showWhole);
}

/** Down the page, Chromium 153 leaves what has the focus where it is if a part of it is in sight. */
function showWhole({ target }: FocusEvent): void {
  // The running head comes to the reader.
  if (target instanceof Element && target.matches(':focus-visible:not(header.site *)')) {
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

function turnWheel(event: WheelEvent): void {
  const isZoom = event.ctrlKey;
  const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
  if (isZoom || isSideways || isInPanel(event)) return;
  const unit = [1, lineHeight(), pageWidth()][event.deltaMode] ?? 1;
  event.preventDefault();
  scrollBy({ left: -event.deltaY * unit, behavior: 'instant' });
}

function turnKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = event.target instanceof Element ? event.target : root;
  if (target.closest('input, textarea, select, [contenteditable]') !== null) return;
  // A space presses the button or opens the fold that has the focus.
  if (event.key === ' ' && target.closest('button, summary, a') !== null) return;
  if (isInPanel(event)) return;

  const distance = distanceOf(event);
  if (distance === undefined) return;
  event.preventDefault();
  scrollBy({ left: -distance });
}

/** How far on in the text a key leads, in pixels; undefined for a key that leads nowhere. */
function distanceOf({ key, shiftKey }: KeyboardEvent): number | undefined {
  const page = pageWidth() - 2 * lineHeight();
  switch (key) {
    case 'ArrowDown':
      return lineHeight();
    case 'ArrowUp':
      return -lineHeight();
    case 'PageDown':
      return page;
    case 'PageUp':
      return -page;
    case ' ':
      return shiftKey ? -page : page;
    case 'Home':
      return -root.scrollWidth;
    case 'End':
      return root.scrollWidth;
    default:
      return undefined;
  }
}

/** A panel above the page scrolls by itself. */
function isInPanel({ target }: Event): boolean {
  return target instanceof Element && target.closest('[popover]') !== null;
}

function lineHeight(): number {
  return Number.parseFloat(getComputedStyle(document.body).lineHeight);
}

function pageWidth(): number {
  return root.clientWidth;
}
