import {
  applyReading,
  choices,
  papers,
  parseReading,
  storageKey,
  storedReading,
} from './reading.ts';
import { keepPlace } from './reading-place.ts';

/**
 * The panel of reading settings: a form of radio buttons in a popover, a group for each setting
 * that the page has; the empty value is the page's own.
 */
class ReadingPanel extends HTMLElement {
  /** What holds on this page, as the browser keeps it; held here too, where it may keep nothing. */
  #stored = storedReading(storageKey);

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) throw new Error('a reading panel without a form');
    form.addEventListener('change', () => {
      const chosen = Object.fromEntries(new FormData(form)) as Record<string, string>;
      this.#choose({ ...parseReading(this.#stored, choices), ...chosen });
    });
    form.addEventListener('reset', () => {
      this.#choose({});
    });
    this.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'open') this.#prepare(form);
    });
    this.#follow();
  }

  /** Takes over what was chosen on another page of the site while this one was waiting. */
  #follow(): void {
    const takeOver = () => {
      const stored = storedReading(storageKey);
      if (stored === this.#stored) return;
      this.#stored = stored;
      this.#apply();
    };
    addEventListener('storage', takeOver);
    addEventListener('pageshow', takeOver);
    document.addEventListener('prerenderingchange', takeOver);
  }

  #prepare(form: HTMLFormElement): void {
    const reading = parseReading(this.#stored, choices);
    for (const button of form.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
      button.checked = button.value === (reading[button.name as keyof typeof reading] ?? '');
    }
  }

  #choose(chosen: Readonly<Record<string, string>>): void {
    const pairs = Object.entries(chosen).filter(([, value]) => value !== '');
    this.#stored = pairs.length === 0 ? null : JSON.stringify(Object.fromEntries(pairs));
    try {
      if (this.#stored === null) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, this.#stored);
    } catch {
      // The browser keeps nothing: it holds for this page.
    }
    this.#apply();
  }

  #apply(): void {
    keepPlace(() => {
      applyReading(parseReading(this.#stored, choices), papers);
    });
  }
}

customElements.define('reading-panel', ReadingPanel);
