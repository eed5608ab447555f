import type { Page } from 'playwright-core';

export interface Overflow {
  /** Pixels by which the page scrolls across its lines: 0 where it scrolls along one axis. */
  readonly across: number;
  /** What stands outside the window across the lines, cut off or not. */
  readonly outside: readonly string[];
}

/** How much of a page a reader would have to scroll for across its lines. */
export function overflow(page: Page): Promise<Overflow> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const isVertical = getComputedStyle(root).writingMode === 'vertical-rl';
    const size = isVertical ? root.clientHeight : root.clientWidth;
    const content = isVertical ? root.scrollHeight : root.scrollWidth;
    const shown = [...document.querySelectorAll('body *:not(.skip, rp, rt)')].filter((element) =>
      element.checkVisibility(),
    );
    const outside = shown.filter((element) => {
      const box = element.getBoundingClientRect();
      const [start, end] = isVertical ? [box.top, box.bottom] : [box.left, box.right];
      return start < -0.5 || end > size + 0.5;
    });
    return { across: content - size, outside: outside.map((one) => one.outerHTML.slice(0, 120)) };
  });
}
