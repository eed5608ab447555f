/** Where a reader was among the results when they opened one, for when they come back. */
interface Visit {
  readonly address: string;
  readonly scroll: number;
  /** Address of the link that was opened. */
  readonly opened: string | undefined;
}

const storageKey = 'tsuzuki:search';

/** Keeps the place whenever the page is left. */
export function rememberVisits(results: HTMLElement): void {
  // The browser would go back to its place before there is anything there.
  history.scrollRestoration = 'manual';
  let opened: string | undefined;
  // When the page is left, some browsers have taken the focus away already.
  results.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLAnchorElement) opened = target.href;
  });
  addEventListener('pagehide', () => {
    const visit: Visit = { address: location.href, scroll: scrollY, opened };
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(visit));
    } catch {
      // The browser keeps nothing: one comes back to the first results.
    }
  });
}

/** The visit that is being taken up again, if one is. */
export function formerVisit(): Visit | undefined {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry?.type !== 'back_forward' && entry?.type !== 'reload') return undefined;
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as Partial<Visit> | null;
    const { address, scroll = 0, opened } = kept ?? {};
    return address === location.href ? { address, scroll, opened } : undefined;
  } catch {
    return undefined;
  }
}

/** Goes back to the link that was opened, opening what it was in, and to where the page was. */
export async function comeBack(results: HTMLElement, visit: Visit): Promise<void> {
  const links = () => [...results.querySelectorAll('a')];
  const isOpened = ({ href }: HTMLAnchorElement) => href === visit.opened;
  let link = links().find(isOpened);
  if (link === undefined && visit.opened !== undefined) {
    const { pathname } = new URL(visit.opened);
    const row = links()
      .find((one) => one.pathname === pathname)
      ?.closest('li');
    row?.querySelector('button')?.click();
    await untilThere(() => links().some(isOpened));
    link = links().find(isOpened);
  }
  if (link !== undefined && !link.checkVisibility()) {
    link.closest('section')?.querySelector<HTMLElement>('.more button')?.click();
  }
  link?.focus({ preventScroll: true });
  scrollTo({ top: visit.scroll, behavior: 'instant' });
}

/** What is loaded comes soon, or not at all. */
async function untilThere(isThere: () => boolean): Promise<void> {
  for (let waited = 0; waited < 1000 && !isThere(); waited += 25) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
