/**
 * What a reader chooses of the page's looks: its display. Their browser keeps it as JSON, and only what was
 * chosen (`{"size":"large"}`): what is not there is the series' own or the system's.
 *
 * The functions run before the first paint as well, put together as a text: each may use nothing
 * but its arguments and the page.
 */
export const storageKey = 'tsuzuki:display';

/** The values that differ from what a page has by itself. */
export const choices = {
  direction: ['horizontal', 'vertical'],
  face: ['gothic'],
  size: ['x-small', 'small', 'large', 'x-large'],
  leading: ['narrow', 'wide'],
  theme: ['light', 'sepia', 'dark'],
} as const;

export type Setting = keyof typeof choices;
export type Display = { readonly [S in Setting]?: (typeof choices)[S][number] };

/** `--paper` of tokens.css, which a browser's own frame takes on. */
export const papers = { light: '#fbfaf6', sepia: '#f3ead9', dark: '#1c1a17' } as const;

/** What the browser keeps; null where it keeps nothing or may not. */
export function storedDisplay(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Reads what was kept; whatever is not a choice of ours is left out. */
export function parseDisplay(stored: string | null, known: typeof choices): Display {
  let kept: unknown;
  try {
    kept = JSON.parse(stored ?? '{}');
  } catch {
    // Spoilt, or another program's.
  }
  const pairs = Object.entries(Object(kept) as object).filter(
    ([name, value]) =>
      Object.hasOwn(known, name) && (known[name as Setting] as readonly unknown[]).includes(value),
  );
  return Object.fromEntries(pairs);
}

/** Sets the page so, as `data-` attributes of the root. */
export function applyDisplay(display: Display, colours: typeof papers): void {
  const root = document.documentElement;
  const own = root.dataset['ownDirection'];
  if (own !== undefined) root.dataset['direction'] = display.direction ?? own;
  for (const name of ['face', 'size', 'leading', 'theme'] as const) {
    const value = display[name];
    if (value === undefined) root.removeAttribute(`data-${name}`);
    else root.dataset[name] = value;
  }
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.content = colours[display.theme ?? (meta.media.includes('dark') ? 'dark' : 'light')];
  }
  // What needs script, and popovers with it, shows itself.
  if ('popover' in root) root.dataset['script'] = '';
}

/** The inline script of every page: sets it as chosen before anything is painted. */
export const bootScript = call(
  applyDisplay,
  call(parseDisplay, call(storedDisplay, JSON.stringify(storageKey)), JSON.stringify(choices)),
  JSON.stringify(papers),
);

function call(run: { toString: () => string }, ...args: readonly string[]): string {
  return `(${String(run)})(${args.join(',')})`;
}
