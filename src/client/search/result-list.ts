import type { SearchManifest } from '#src/search/query/manifest.ts';
import { byReading, byRelevance, type FoundEpisode } from '#src/search/query/search.ts';
import { make } from './dom.ts';
import { counted } from './messages.ts';
import { resultRow, type ResultRow, type ShownWith } from './result-row.ts';

/** Episodes that are shown at once of a series among others, and of one alone. */
const FEW = 5;
const MANY = 20;
/** Episodes of a series that are listed at the most at once. */
const ROWS = 300;
/** Episodes that are listed at once where each has its text loaded for it. */
const ROWS_WITH_TEXT = 10;

export interface ResultListOptions extends ShownWith {
  readonly manifest: SearchManifest;
  readonly order: 'relevance' | 'reading';
}

type OfSeries = readonly [index: number, found: readonly FoundEpisode[]];

/** The results by series, each with its best or its first; the others are at hand. */
export class ResultList {
  readonly #found: readonly FoundEpisode[];
  readonly #options: ResultListOptions;
  readonly #rows = new WeakMap<Element, ResultRow>();
  readonly #rests = new WeakMap<Element, () => Promise<void>>();
  /** Fills rows as they come into sight. */
  readonly #sight = new IntersectionObserver(
    (entries, sight) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        sight.unobserve(target);
        void this.#rows.get(target)?.fill();
        this.#rests
          .get(target)?.()
          .catch(() => {
            // Whoever looks again asks again.
            sight.observe(target);
          });
      }
    },
    { rootMargin: '160px' },
  );

  constructor(found: readonly FoundEpisode[], options: ResultListOptions) {
    this.#found = found;
    this.#options = options;
  }

  /**
   * A section for each series; of a large site the first few, and what makes the others come when one
   * gets there.
   *
   * @param needed - address of a link that has to be among them, if there is any
   * @throws LoadError
   */
  async sections(needed?: string): Promise<readonly HTMLElement[]> {
    const compare = this.#options.order === 'reading' ? byReading : byRelevance;
    const bySeries = Map.groupBy(this.#found.toSorted(compare), ({ series }) => series);
    const last = [...bySeries.keys()].findIndex((series) => this.#leadsTo(series, needed));
    return this.#next([...bySeries], bySeries.size > 1, last + 1);
  }

  #leadsTo(series: number, address: string | undefined): boolean {
    const { url } = this.#options.manifest.series[series] ?? {};
    if (address === undefined || url === undefined) return false;
    return new URL(address).pathname.startsWith(new URL(url, address).pathname);
  }

  /** Leaves alone what is not filled yet: another list has taken its place. */
  stop(): void {
    this.#sight.disconnect();
  }

  /** @param atLeast - how many series */
  async #next(
    series: readonly OfSeries[],
    areSeveral: boolean,
    atLeast = 0,
  ): Promise<readonly HTMLElement[]> {
    const few = areSeveral ? FEW : this.#isLarge ? ROWS_WITH_TEXT : MANY;
    let rows = 0;
    const behind = series.findIndex(([, found], i) => {
      const isEnough = this.#isLarge && rows >= ROWS_WITH_TEXT && i >= atLeast;
      rows += Math.min(few, found.length);
      return isEnough;
    });
    const now = behind < 0 ? series : series.slice(0, behind);
    const sections = await Promise.all(
      now.map(([index, found]) => this.#section(index, found, few)),
    );
    return behind < 0 ? sections : [...sections, this.#rest(series.slice(behind))];
  }

  /** Gives way to the sections of other series when it comes near to being seen. */
  #rest(series: readonly OfSeries[]): HTMLElement {
    const element = make('div', { className: 'rest' });
    this.#rests.set(element, async () => {
      element.replaceWith(...(await this.#next(series, true)));
    });
    this.#sight.observe(element);
    return element;
  }

  /** Whether rows have their texts loaded: the index of a large site does not tell all places. */
  get #isLarge(): boolean {
    return this.#options.manifest.bundles.some(({ gramLength }) => gramLength > 2);
  }

  async #section(index: number, found: readonly FoundEpisode[], few: number): Promise<HTMLElement> {
    const { manifest, messages } = this.#options;
    const { title, language: lang = '' } = manifest.series[index] ?? {};
    const list = make('ol', { className: 'found', lang });
    const more = make('button');
    more.type = 'button';
    const atOnce = this.#isLarge ? few : ROWS;
    await this.#add(list, found.slice(0, atOnce), few);
    tellRest(more, list, found.length, this.#options);
    more.addEventListener('click', () => {
      more.disabled = true;
      void this.#showMore(list, found).finally(() => {
        more.disabled = false;
        tellRest(more, list, found.length, this.#options);
      });
    });
    const count = make('span', {
      className: 'm',
      textContent: counted(messages, 'found', found.length),
    });
    const heading = make('h2', {}, [
      make('span', { lang, textContent: title?.text ?? '' }),
      ' ',
      count,
    ]);
    const box = make('div', {}, [list, make('p', { className: 'more' }, [more])]);
    return make('section', { className: 'part' }, [heading, box]);
  }

  /** Those that are hidden, or else the next that are not listed yet. */
  async #showMore(list: HTMLElement, found: readonly FoundEpisode[]): Promise<void> {
    const hidden = [...list.querySelectorAll<HTMLElement>(':scope > [hidden]')];
    for (const row of hidden) row.hidden = false;
    const listed = list.childElementCount;
    const more = this.#isLarge ? ROWS_WITH_TEXT : MANY;
    if (hidden.length === 0) await this.#add(list, found.slice(listed, listed + more), more);
    (hidden[0] ?? list.children[listed])?.querySelector('a')?.focus();
  }

  async #add(list: HTMLElement, found: readonly FoundEpisode[], shown: number): Promise<void> {
    const rows = await Promise.all(found.map((one) => resultRow(one, this.#options)));
    rows.forEach((row, i) => {
      row.element.hidden = i >= shown;
      this.#rows.set(row.element, row);
      this.#sight.observe(row.element);
    });
    list.append(...rows.map(({ element }) => element));
  }
}

function tellRest(
  more: HTMLButtonElement,
  list: HTMLElement,
  all: number,
  { messages }: ShownWith,
): void {
  const rest = all - list.querySelectorAll(':scope > :not([hidden])').length;
  more.hidden = rest === 0;
  more.textContent = counted(messages, 'more', rest);
}
