import { requestOf, type SearchRequest } from './request.ts';

/** How long typing must pause before a search, in milliseconds. */
const PAUSE = 120;

/** The form of the search page: what a reader asks for. */
export class SearchForm {
  readonly field: HTMLInputElement;
  readonly #form: HTMLFormElement;
  /** An input method is at work: what is in the field is not what the reader will have written. */
  isComposing = false;

  /** @param onChange - told of every change, and how long to wait for the next, in milliseconds */
  constructor(form: HTMLFormElement, onChange: (pause: number) => void) {
    const field = form.querySelector<HTMLInputElement>('input[type=search]');
    if (field === null) throw new Error('a search form without its field');
    this.#form = form;
    this.field = field;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      onChange(0);
    });
    form.addEventListener('input', ({ target }) => {
      onChange(target === field ? PAUSE : 0);
    });
    field.addEventListener('compositionstart', () => {
      this.isComposing = true;
    });
    field.addEventListener('compositionend', () => {
      this.isComposing = false;
      onChange(0);
    });
  }

  request(): SearchRequest {
    const data = new FormData(this.#form);
    const request = requestOf(
      new URLSearchParams(
        [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      ),
    );
    // Kana are searched for as they come, without the letters of one that is still being spelled.
    return this.isComposing
      ? { ...request, query: request.query.replace(/(?<=[ぁ-ゖァ-ヺー])[a-zａ-ｚ]+$/iu, '') }
      : request;
  }

  /** Sets the form so; what it has no room for stays as it is by itself. */
  fill({ query, series, order, unread }: SearchRequest): void {
    this.field.value = query;
    const values = { series, order };
    for (const select of this.#form.querySelectorAll('select')) {
      select.value = values[select.name as keyof typeof values];
      // Not one of its choices: the first.
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
    const toggle = this.#form.querySelector<HTMLInputElement>('[name=unread]');
    if (toggle !== null) toggle.checked = unread;
  }

  /** The field is ready to be written in, behind what it holds. */
  invite(): void {
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }
}
