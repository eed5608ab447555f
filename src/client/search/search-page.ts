import { queryTerms } from '#src/search/query/fold.ts';
import type { SearchManifest } from '#src/search/query/manifest.ts';
import { search } from '#src/search/query/search.ts';
import { seriesNamed, whatToTry } from './advice.ts';
import { moveThrough } from './arrow-keys.ts';
import { comeBack, formerVisit, rememberVisits } from './comeback.ts';
import { LoadError, SearchLoader } from './files.ts';
import { counted, said, type Messages } from './messages.ts';
import { addressOf, requestOf, type SearchRequest } from './request.ts';
import { ResultList } from './result-list.ts';
import { scopeOf } from './scope.ts';
import { SearchForm } from './search-form.ts';

/** A search that takes longer than this is told of, in milliseconds. */
const PATIENCE = 400;

/**
 * The search page: finds as one types, keeps the address in step, and shows what was found. Nothing
 * is loaded before there is something to search for, or the field is entered.
 */
class SiteSearch extends HTMLElement {
  #loader = new SearchLoader('');
  #messages: Messages = {};
  /** Counts searches: only the last may show what it found. */
  #last = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** The one that is shown. */
  #list: ResultList | undefined;
  /** Until its results are shown again, or something else is searched for. */
  #former = formerVisit();
  readonly #form = new SearchForm(this.#part('form', HTMLFormElement), (pause) => {
    this.#former = undefined;
    this.#start(pause);
  });

  connectedCallback(): void {
    this.#loader = new SearchLoader(this.dataset['root'] ?? '');
    this.#messages = JSON.parse(this.dataset['messages'] ?? '{}') as Messages;
    this.#form.field.addEventListener('focus', () => {
      this.#loader.manifest().catch(() => undefined);
    });
    this.addEventListener('keydown', (event) => {
      moveThrough(this.#form.field, this.#results, event);
    });
    this.#retry.addEventListener('click', () => {
      this.#start(0);
    });
    addEventListener('online', () => {
      if (this.dataset['state'] === 'failed') this.#start(0);
    });
    addEventListener('popstate', () => {
      this.#takeFromAddress();
    });
    rememberVisits(this.#results);
    this.#takeFromAddress();
    // Whoever comes from a search box goes on writing, where no keyboard rises from the screen.
    const isAsked = new URLSearchParams(location.search).has('q');
    const isNew = this.#former === undefined;
    if (isAsked && isNew && matchMedia('(hover: hover)').matches) this.#form.invite();
  }

  get #results(): HTMLElement {
    return this.#part('[data-search-results]', HTMLElement);
  }

  get #count(): HTMLElement {
    return this.#part('[data-search-count]', HTMLElement);
  }

  get #retry(): HTMLButtonElement {
    return this.#part('[data-search-retry]', HTMLButtonElement);
  }

  #part<E extends HTMLElement>(selector: string, kind: new () => E): E {
    const found = this.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`a search page without ${selector}`);
    return found;
  }

  #takeFromAddress(): void {
    this.#form.fill(requestOf(new URLSearchParams(location.search)));
    this.#start(0);
  }

  #start(pause: number): void {
    clearTimeout(this.#pause);
    const number = (this.#last += 1);
    // What is shown no longer answers what is asked.
    this.#count.textContent = '';
    this.#pause = setTimeout(() => {
      void this.#search(number);
    }, pause);
  }

  async #search(number: number): Promise<void> {
    const request = this.#form.request();
    if (!this.#form.isComposing) {
      // Where somebody is on the page is no part of what they search for.
      const address = location.pathname + addressOf(request) + location.hash;
      history.replaceState(history.state, '', address);
    }
    if (queryTerms(request.query).length === 0) {
      this.#show('idle', '', []);
      return;
    }
    const waiting = setTimeout(() => {
      if (number === this.#last) this.#show('loading', said(this.#messages, 'loading'));
    }, PATIENCE);
    try {
      await this.#find(request, number).catch((error: unknown) => {
        if (!isSpent(error)) throw error;
        this.#loader = new SearchLoader(this.dataset['root'] ?? '');
        return this.#find(request, number);
      });
    } catch (error) {
      if (number === this.#last) this.#fail(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  async #find(request: SearchRequest, number: number): Promise<void> {
    const { query, order, series } = request;
    const loader = this.#loader;
    const messages = this.#messages;
    const manifest = await loader.manifest();
    const hidesUnread = this.dataset['unread'] === 'hide' && !request.unread;
    const scope = scopeOf(manifest, { series, hidesUnread });
    const found = await search(query, manifest, loader, scope);
    const list = new ResultList(found, { order, loader, messages, manifest });
    const sections = await list.sections(this.#former?.opened);
    if (number !== this.#last) {
      list.stop();
      return;
    }
    this.#list?.stop();
    this.#list = list;
    if (found.length === 0) this.#showNone(request, hidesUnread, manifest);
    else {
      const named = seriesNamed(query, manifest, messages);
      this.#show('found', said(messages, 'foundWords'), sections, named);
    }
    this.#count.textContent = counted(messages, 'found', found.length);
    const former = this.#former;
    this.#former = undefined;
    if (former !== undefined) await comeBack(this.#results, former);
  }

  #showNone(request: SearchRequest, hidesUnread: boolean, manifest: SearchManifest): void {
    const messages = this.#messages;
    const name = hidesUnread ? 'noneRead' : 'none';
    const advice = whatToTry(request, hidesUnread, messages, (changed) => {
      this.#form.fill(changed);
      this.#start(0);
      this.#form.field.focus();
    });
    const named = seriesNamed(request.query, manifest, messages);
    this.#show('none', said(messages, name, shortened(request.query)), [], [...named, ...advice]);
  }

  #fail(error: unknown): void {
    const failure = error instanceof LoadError ? error.failure : undefined;
    // Whatever it is, the reader is told that there is no answer; what is our mistake, loudly as well.
    if (failure === undefined) reportError(error);
    this.#list?.stop();
    const isOutdated = isSpent(error) && this.dataset['live'] === undefined;
    const name = isOutdated ? 'outdated' : (failure ?? 'unreachable');
    this.#show('failed', said(this.#messages, name), []);
  }

  /** Shows what a search has come to; without results the last ones stay. */
  #show(
    state: 'idle' | 'loading' | 'found' | 'none' | 'failed',
    message: string,
    results?: readonly HTMLElement[],
    advice: readonly HTMLElement[] = [],
  ): void {
    const hadFocus = document.activeElement === this.#retry;
    this.dataset['state'] = state;
    if (hadFocus && state !== 'failed') this.#form.field.focus();
    const line = this.#part('[data-search-message]', HTMLElement);
    if (line.textContent !== message) line.textContent = message;
    if (results === undefined) return;
    this.#results.replaceChildren(...results);
    this.#part('[data-search-advice]', HTMLElement).replaceChildren(...advice);
  }
}

/** What is gone, or cannot be read, has been replaced by something newer. */
function isSpent(error: unknown): boolean {
  return error instanceof LoadError && error.failure !== 'unreachable';
}

/** As much of a query as it takes to know it again. */
function shortened(query: string): string {
  const characters = Array.from(query.trim());
  return characters.length > 30 ? `${characters.slice(0, 29).join('')}…` : query.trim();
}

customElements.define('site-search', SiteSearch);
