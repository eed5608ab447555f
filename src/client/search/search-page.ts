import { findInText } from '#src/search/query/find-in-text.ts';
import { foldText, queryTerms, quotedTerm } from '#src/search/query/fold.ts';
import { fromKeptText, type SearchManifest } from '#src/search/query/manifest.ts';
import { search, type EpisodePlace } from '#src/search/query/search.ts';
import { readingRecord, readOf } from '../reading-record.ts';
import { make } from './dom.ts';
import { LoadError, SearchLoader } from './files.ts';
import { counted, said, type Messages } from './messages.ts';
import { addressOf, requestOf, type SearchRequest } from './request.ts';
import { comeBack, formerVisit, rememberVisits } from './comeback.ts';
import { ResultList } from './result-list.ts';

/** How long typing must pause before a search, in milliseconds. */
const PAUSE = 120;
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
  /** An input method is at work: what is in the field is not what the reader will have written. */
  #isComposing = false;
  /** The one that is shown. */
  #list: ResultList | undefined;
  /** Until its results are shown again, or something else is searched for. */
  #former = formerVisit();

  connectedCallback(): void {
    this.#loader = new SearchLoader(this.dataset['root'] ?? '');
    this.#messages = JSON.parse(this.dataset['messages'] ?? '{}') as Messages;
    const form = this.#part('form', HTMLFormElement);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#start(0);
    });
    form.addEventListener('input', (event) => {
      this.#former = undefined;
      this.#start(event.target === this.#field ? PAUSE : 0);
    });
    this.#field.addEventListener('compositionstart', () => {
      this.#isComposing = true;
    });
    this.#field.addEventListener('compositionend', () => {
      this.#isComposing = false;
      this.#start(0);
    });
    this.#field.addEventListener('focus', () => {
      this.#loader.manifest().catch(() => undefined);
    });
    this.addEventListener('keydown', (event) => {
      this.#move(event);
    });
    this.#part('[data-search-retry]', HTMLButtonElement).addEventListener('click', () => {
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
    this.#invite();
  }

  get #results(): HTMLElement {
    return this.#part('[data-search-results]', HTMLElement);
  }

  get #field(): HTMLInputElement {
    return this.#part('input[type=search]', HTMLInputElement);
  }

  #part<E extends HTMLElement>(selector: string, kind: new () => E): E {
    const found = this.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`a search page without ${selector}`);
    return found;
  }

  #takeFromAddress(): void {
    const { query, series, order, unread } = requestOf(new URLSearchParams(location.search));
    this.#field.value = query;
    this.#set('series', series);
    this.#set('order', order);
    const toggle = this.querySelector<HTMLInputElement>('[name=unread]');
    if (toggle !== null) toggle.checked = unread;
    this.#start(0);
  }

  /** Whoever comes from a search box goes on writing, where no keyboard would rise from the screen. */
  #invite(): void {
    const isAsked = new URLSearchParams(location.search).has('q');
    if (!isAsked || this.#former !== undefined || !matchMedia('(hover: hover)').matches) return;
    this.#field.focus({ preventScroll: true });
    this.#field.setSelectionRange(this.#field.value.length, this.#field.value.length);
  }

  #set(name: string, value: string): void {
    const select = this.#part(`select[name=${name}]`, HTMLSelectElement);
    select.value = value;
    // Not one of its choices: the first.
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }

  #start(pause: number): void {
    clearTimeout(this.#pause);
    const number = (this.#last += 1);
    // What is shown no longer answers what is asked.
    this.#part('[data-search-count]', HTMLElement).textContent = '';
    this.#pause = setTimeout(() => {
      void this.#search(number);
    }, pause);
  }

  async #search(number: number): Promise<void> {
    const request = this.#request();
    const terms = queryTerms(request.query);
    if (!this.#isComposing) {
      history.replaceState(history.state, '', location.pathname + addressOf(request));
    }
    if (terms.length === 0) {
      this.#show('idle', []);
      return;
    }
    const waiting = setTimeout(() => {
      if (number === this.#last) this.#show('loading');
    }, PATIENCE);
    try {
      await this.#find(request, number).catch((error: unknown) => {
        if (!isSpent(error)) throw error;
        this.#loader = new SearchLoader(this.dataset['root'] ?? '');
        return this.#find(request, number);
      });
    } catch (error) {
      this.#fail(error, number);
    } finally {
      clearTimeout(waiting);
    }
  }

  async #find(request: SearchRequest, number: number): Promise<void> {
    const { query, order } = request;
    const loader = this.#loader;
    const messages = this.#messages;
    const manifest = await loader.manifest();
    // On most sites there is one group, and its list will be wanted.
    if (manifest.groups.length === 1) {
      for (const group of manifest.groups) loader.episodes(group).catch(() => undefined);
    }
    const found = await search(query, manifest, loader, this.#isSearched(request, manifest));
    const list = new ResultList(found, { order, loader, messages, manifest });
    const sections = await list.sections();
    if (number !== this.#last) {
      list.stop();
      return;
    }
    this.#list?.stop();
    this.#list = list;
    this.#show(found.length === 0 ? 'none' : 'found', sections, query);
    this.#showSeries(query, manifest);
    this.#part('[data-search-count]', HTMLElement).textContent = counted(
      messages,
      'found',
      found.length,
    );
    const former = this.#former;
    this.#former = undefined;
    if (former !== undefined) await comeBack(this.#results, former);
  }

  /** Names of series are not searched, but who looks for one is shown the way. */
  #showSeries(query: string, { series }: SearchManifest): void {
    const terms = [{ text: quotedTerm(query) ?? foldText(query), atWordStart: false }];
    const named = series.filter(({ title }) => findInText(fromKeptText(title), terms).length > 0);
    if (named.length === 0) return;
    const links = named.map(({ url, title, language }) => {
      const link = make('a', { lang: language, textContent: title.text });
      link.href = url;
      return link;
    });
    const line = make('p', { className: 'more' }, [said(this.#messages, 'seriesNamed')]);
    links.forEach((link, i) => {
      line.append(...(i > 0 ? ['\u3000', link] : [link]));
    });
    this.#part('[data-search-advice]', HTMLElement).prepend(line);
  }

  #request(): SearchRequest {
    const data = new FormData(this.#part('form', HTMLFormElement));
    const parameters = new URLSearchParams(
      [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    const request = requestOf(parameters);
    // Kana are searched for as they come, without the letters of one that is still being spelled.
    return this.#isComposing
      ? { ...request, query: request.query.replace(/(?<=[ぁ-ゖァ-ヺー])[a-zａ-ｚ]+$/iu, '') }
      : request;
  }

  /** Keeps to one series, and where the site wants it so to what has been read. */
  #isSearched(
    { series }: SearchRequest,
    manifest: SearchManifest,
  ): (episode: EpisodePlace) => boolean {
    const only = manifest.series.findIndex(({ id }) => id === series);
    const reached = this.#hidesUnread() ? furthestRead(manifest) : undefined;
    return (episode) => {
      if (only >= 0 && episode.series !== only) return false;
      const isNotice = episode.place >= (manifest.series[episode.series]?.parts ?? 0);
      return reached === undefined || isNotice || episode.place <= (reached[episode.series] ?? -1);
    };
  }

  #fail(error: unknown, number: number): void {
    if (number !== this.#last) return;
    const failure = error instanceof LoadError ? error.failure : undefined;
    // Whatever it is, the reader is told that there is no answer; what is our mistake, loudly as well.
    if (failure === undefined) reportError(error);
    this.#part('[data-search-count]', HTMLElement).textContent = '';
    this.#list?.stop();
    const isOutdated = isSpent(error) && this.dataset['live'] === undefined;
    this.#show('failed', [], isOutdated ? 'outdated' : (failure ?? 'unreachable'));
  }

  /** Shows what a search has come to; without results the last ones stay. */
  #show(
    state: 'idle' | 'loading' | 'found' | 'none' | 'failed',
    results?: readonly HTMLElement[],
    about = '',
  ): void {
    const retry = this.#part('[data-search-retry]', HTMLButtonElement);
    if (state !== 'failed' && document.activeElement === retry) this.#field.focus();
    this.dataset['state'] = state;
    const message = {
      idle: '',
      found: said(this.#messages, 'foundWords'),
      loading: said(this.#messages, 'loading'),
      none: said(this.#messages, this.#hidesUnread() ? 'noneRead' : 'none', shortened(about)),
      failed: said(this.#messages, about),
    }[state];
    const line = this.#part('[data-search-message]', HTMLElement);
    if (line.textContent !== message) line.textContent = message;
    if (results === undefined) return;
    const advice = state === 'none' ? this.#advice() : [];
    this.#results.replaceChildren(...results);
    this.#part('[data-search-advice]', HTMLElement).replaceChildren(...advice);
  }

  /** Whether search keeps to what has been read. */
  #hidesUnread(): boolean {
    return this.dataset['unread'] === 'hide' && !this.#request().unread;
  }

  /** What may be tried where nothing was found. */
  #advice(): readonly Node[] {
    const lines = [make('p', { textContent: said(this.#messages, 'noneHint') })];
    if (this.#hidesUnread()) {
      lines.unshift(
        this.#offer('noneInUnread', () => {
          this.#part('[name=unread]', HTMLInputElement).checked = true;
        }),
      );
    }
    if (this.#request().series !== '') {
      lines.push(
        this.#offer('noneInSeries', () => {
          this.#set('series', '');
        }),
      );
    }
    return lines;
  }

  /** A button that changes what is searched. */
  #offer(name: string, change: () => void): HTMLParagraphElement {
    const button = make('button', { textContent: said(this.#messages, name) });
    button.type = 'button';
    button.addEventListener('click', () => {
      change();
      this.#start(0);
      this.#field.focus();
    });
    return make('p', {}, [button]);
  }

  /** The arrows lead from the field through the results and back. */
  #move(event: KeyboardEvent): void {
    const { key, target } = event;
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const links = [
      ...this.querySelectorAll<HTMLElement>(
        '[data-search-results] :is(a, button):not([hidden], [hidden] *)',
      ),
    ];
    const stops = [this.#field, ...links];
    const here = stops.indexOf(target as HTMLElement);
    if (here < 0) return;
    const next = stops[here + (key === 'ArrowDown' ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
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

/** The place of the furthest episode that was read, by series; none where nothing was. */
function furthestRead({ series, groups }: SearchManifest): Readonly<Record<number, number>> {
  const record = readingRecord();
  const furthest: Record<number, number> = {};
  for (const { series: index, from, ids = [] } of groups.flatMap(({ runs }) => runs)) {
    const { url = '', parts = 0 } = series[index] ?? {};
    const read = new Set(readOf(record, url));
    ids.forEach((one, i) => {
      const place = from + i;
      if (place < parts && read.has(one)) {
        furthest[index] = Math.max(furthest[index] ?? -1, place);
      }
    });
  }
  return furthest;
}

customElements.define('site-search', SiteSearch);
