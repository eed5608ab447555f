import type { SearchManifest } from '#src/search/query/manifest.ts';
import { byReading, byRelevance, type FoundEpisode } from '#src/search/query/search.ts';
import { make } from './dom.ts';
import { counted } from './messages.ts';
import { ResultRow, type ShownWith } from './result-row.ts';

/** Episodes that are shown at once of a series among others, and of one alone. */
const FEW = 5;
const MANY = 20;
/** Episodes of a series that are listed at the most at once. */
const ROWS = 300;
/** A site of so many groups is large: its lists of episodes are loaded only for what is in sight. */
const GROUPS = 4;

export interface ResultListOptions extends ShownWith {
  readonly manifest: SearchManifest;
  readonly order: 'relevance' | 'reading';
}

/** The results by series, each with its best or its first; the others are at hand. */
export class ResultList {
  readonly #found: readonly FoundEpisode[];
  readonly #options: ResultListOptions;
  readonly #rows = new WeakMap<Element, ResultRow>();
  /** Fills rows as they come into sight. */
  readonly #sight = new IntersectionObserver(
    (entries, sight) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        sight.unobserve(target);
        void this.#rows.get(target)?.fill();
      }
    },
    { rootMargin: '160px' },
  );

  constructor(found: readonly FoundEpisode[], options: ResultListOptions) {
    this.#found = found;
    this.#options = options;
  }

  /** One for each series. @throws LoadError */
  async sections(): Promise<readonly HTMLElement[]> {
    const compare = this.#options.order === 'reading' ? byReading : byRelevance;
    const bySeries = Map.groupBy(this.#found.toSorted(compare), ({ series }) => series);
    const few = bySeries.size > 1 ? FEW : MANY;
    return Promise.all([...bySeries].map(([series, found]) => this.#section(series, found, few)));
  }

  /** Leaves alone what is not filled yet: another list has taken its place. */
  stop(): void {
    this.#sight.disconnect();
  }

  async #section(index: number, found: readonly FoundEpisode[], few: number): Promise<HTMLElement> {
    const { manifest, messages } = this.#options;
    const { title, language: lang = '' } = manifest.series[index] ?? {};
    const list = make('ol', { className: 'found', lang });
    const more = make('button');
    more.type = 'button';
    const atOnce = manifest.groups.length > GROUPS ? few : ROWS;
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
    if (hidden.length === 0) await this.#add(list, found.slice(listed, listed + MANY), MANY);
    (hidden[0] ?? list.children[listed])?.querySelector('a')?.focus();
  }

  async #add(list: HTMLElement, found: readonly FoundEpisode[], shown: number): Promise<void> {
    const { loader } = this.#options;
    const rows = await Promise.all(
      found.map(async (one) => {
        const listed = (await loader.episodes(one.group))[one.page];
        if (listed === undefined) {
          throw new RangeError(`no episode ${one.page} in ${one.group.folder}`);
        }
        return new ResultRow(one, listed, this.#options);
      }),
    );
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
