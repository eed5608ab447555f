import type { Page } from 'playwright-core';

export interface Cell {
  /** `99編` for a gap. */
  readonly text: string;
  readonly isGap: boolean;
  readonly row: number;
  readonly column: number;
  /** Where its word begins, behind the arrow's slot, from the left of the column. */
  readonly word: number;
  readonly height: number;
}

export interface Side {
  readonly columns: number;
  readonly cells: readonly Cell[];
  /** From one row to the next. */
  readonly pitches: readonly number[];
}

/** The lists of both navigation blocks, measured; of a horizontal page. */
export function measureSides(page: Page): Promise<readonly Side[]> {
  return page.evaluate(() => {
    const round = (pixels: number) => Math.round(pixels * 10) / 10;
    return [...document.querySelectorAll('nav[data-series-nav] ol')].map((list) => {
      const items = [...list.children];
      const boxes = items.map((item) => item.getBoundingClientRect());
      const tops = [...new Set(boxes.map(({ top }) => round(top)))].sort((a, b) => a - b);
      const lefts = [...new Set(boxes.map(({ left }) => round(left)))].sort((a, b) => a - b);
      const cells = items.map((item, i) => {
        const box = boxes[i] ?? new DOMRect();
        const link = item.querySelector('a') ?? item;
        const words = document.createRange();
        const arrow = link.querySelector('.arrow');
        words.selectNodeContents(link);
        if (arrow !== null) words.setStartAfter(arrow);
        const shown = words.getBoundingClientRect();
        return {
          text: link.textContent,
          isGap: item.matches('.gap'),
          row: tops.indexOf(round(box.top)),
          column: lefts.indexOf(round(box.left)),
          word: round(shown.left - box.left),
          height: round(link.getBoundingClientRect().height),
        };
      });
      const pitches = tops.slice(1).map((top, i) => round(top - (tops[i] ?? 0)));
      return { columns: lefts.length, cells, pitches };
    });
  });
}

/** Unfolds the block before the text. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('.parts details')) {
      fold.open = true;
    }
  });
}

/** Pairs of neighbouring words of the furniture that lie over each other, as a reader sees them. */
export function overlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll('.parts :is(a, summary, .here > span)');
    const targets = [...all].filter((one) => one.checkVisibility());
    const words = targets.map((target) => {
      const range = document.createRange();
      range.selectNodeContents(target);
      return { text: target.textContent, box: range.getBoundingClientRect() };
    });
    const found: string[] = [];
    words.forEach((one, i) => {
      for (const other of words.slice(i + 1)) {
        const isApart =
          one.box.right <= other.box.left + 0.5 ||
          other.box.right <= one.box.left + 0.5 ||
          one.box.bottom <= other.box.top + 0.5 ||
          other.box.bottom <= one.box.top + 0.5;
        if (!isApart) found.push(`${one.text} and ${other.text}`);
      }
    });
    return found;
  });
}
