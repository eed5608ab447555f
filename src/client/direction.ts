const root = document.documentElement;

/** Whether the lines of the page run down it. */
export function isVertical(): boolean {
  return root.dataset['direction'] === 'vertical';
}

/** How far the page has been scrolled from its beginning, the way its text runs; in pixels. */
export function progress(): number {
  return isVertical() ? -scrollX : scrollY;
}

/** Calls back whenever the page has been turned from one direction to the other. */
export function onTurn(callback: () => void): void {
  new MutationObserver(callback).observe(root, { attributeFilter: ['data-direction'] });
}
