import type { Page } from 'playwright-core';

/** What has the focus, as a person who uses the keyboard meets it. */
export interface Stop {
  /** Its place among all that can take the focus, in the order of the document. */
  readonly place: number;
  readonly name: string;
  readonly outline: { readonly width: number; readonly style: string; readonly isSeen: boolean };
  /** Its middle, at least: browsers leave alone what is nearly in the window. */
  readonly isInWindow: boolean;
  /** Along the lines, and across them in the direction in which they follow each other. */
  readonly along: number;
  readonly across: number;
  readonly acrossEnd: number;
  readonly group: string;
}

/** Everything on the page that can take the focus and is shown, counted. */
export function countStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll('a[href], summary, button, input, select, [tabindex]'),
    ];
    return all.filter((one) => one.checkVisibility()).length;
  });
}

/** Goes through the page with the Tab key, from its beginning to its end. */
export async function tabThrough(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === undefined || stops.some(({ place }) => place === stop.place)) return stops;
    stops.push(stop);
  }
}

function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    const all = [
      ...document.querySelectorAll('a[href], summary, button, input, select, [tabindex]'),
    ];
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // A link in the text may run over a line's end.
    const piece = element.getClientRects()[0] ?? box;
    const centre = [piece.left + piece.width / 2, piece.top + piece.height / 2] as const;
    const isVertical = getComputedStyle(document.documentElement).writingMode === 'vertical-rl';
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    return {
      place: all.filter((one) => one.checkVisibility()).indexOf(element),
      name: element.textContent.trim(),
      outline: {
        width: Number.parseFloat(style.outlineWidth),
        style: style.outlineStyle,
        isSeen: style.outlineColor !== paper,
      },
      isInWindow: document.elementsFromPoint(...centre).includes(element),
      along: isVertical ? box.top : box.left,
      across: isVertical ? -(box.right + scrollX) : box.top + scrollY,
      acrossEnd: isVertical ? -(box.left + scrollX) : box.bottom + scrollY,
      group: element.closest('header.site, main, footer.site')?.nodeName ?? 'BODY',
    };
  });
}
