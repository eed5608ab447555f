import {
  applyDisplay,
  choices,
  papers,
  parseDisplay,
  storageKey,
  storedDisplay,
} from './display.ts';
import { keepPlace } from './keep-place.ts';

/**
 * The panel of display settings: a form of radio buttons in a popover, a group for each setting
 * that the page has; the empty value is the page's own.
 */
class DisplayPanel extends HTMLElement {
  /** What holds on this page, as the browser keeps it; held here too, where it may keep nothing. */
  #stored = storedDisplay(storageKey);
  #isKept = true;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) throw new Error('a display panel without a form');
    form.addEventListener('change', () => {
      const chosen = Object.fromEntries(new FormData(form)) as Record<string, string>;
      this.#choose({ ...parseDisplay(this.#stored, choices), ...chosen });
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
      const stored = storedDisplay(storageKey);
      if (!this.#isKept || stored === this.#stored) return;
      this.#stored = stored;
      this.#apply();
    };
    addEventListener('storage', takeOver);
    addEventListener('pageshow', takeOver);
    document.addEventListener('prerenderingchange', takeOver);
  }

  #prepare(form: HTMLFormElement): void {
    const display = parseDisplay(this.#stored, choices);
    for (const button of form.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
      button.checked = button.value === (display[button.name as keyof typeof display] ?? '');
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
      this.#isKept = false;
    }
    this.#apply();
  }

  #apply(): void {
    keepPlace(() => {
      applyDisplay(parseDisplay(this.#stored, choices), papers);
    });
  }
}

customElements.define('display-panel', DisplayPanel);
