import type { SearchManifest } from '#src/search/query/manifest.ts';
import { byReading, byRelevance, type FoundEpisode } from '#src/search/query/search.ts';
import { make } from './dom.ts';
import { counted } from './messages.ts';
import { ResultRow, type Shown } from './result-row.ts';

/** Episodes that are shown at once of a series among others, and of one alone. */
const FEW = 5;
const MANY = 20;
/** Episodes of a series that are listed at the most at once. */
const ROWS = 300;
/** A site of so many groups is large: its lists of episodes are loaded only for what is in sight. */
const GROUPS = 4;

/** Fills rows as they come into sight. */
const onSight = new Map<Element, () => void>();
const sight = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      sight.unobserve(target);
      onSight.get(target)?.();
      onSight.delete(target);
    }
  },
  { rootMargin: '160px' },
);

export interface ResultListOptions extends Shown {
  readonly manifest: SearchManifest;
  readonly order: 'relevance' | 'reading';
  /** What could not be loaded while rows were filled. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * The results by series, each with its best or its first; the others are at hand.
 *
 * @throws LoadError
 */
export async function resultList(
  found: readonly FoundEpisode[],
  options: ResultListOptions,
): Promise<readonly HTMLElement[]> {
  onSight.clear();
  sight.disconnect();
  const compare = options.order === 'reading' ? byReading : byRelevance;
  const bySeries = Map.groupBy(found.toSorted(compare), ({ series }) => series);
  const few = bySeries.size > 1 ? FEW : MANY;
  return Promise.all(
    [...bySeries].map(([series, ofSeries]) => seriesSection(series, ofSeries, few, options)),
  );
}

async function seriesSection(
  index: number,
  found: readonly FoundEpisode[],
  few: number,
  options: ResultListOptions,
): Promise<HTMLElement> {
  const { manifest, messages } = options;
  const { title = '', language: lang = '' } = manifest.series[index] ?? {};
  const isLarge = manifest.groups.length > GROUPS;
  const list = make('ol', { className: 'found', lang });
  let listed = 0;
  const add = async (count: number, shown: number) => {
    const rows = await rowsOf(found.slice(listed, listed + count), options);
    rows.forEach((row, i) => {
      row.element.hidden = i >= shown;
      list.append(row.element);
    });
    listed += rows.length;
  };
  await add(isLarge ? few : ROWS, few);
  const more = make('button');
  more.type = 'button';
  const tellMore = () => {
    const rest = found.length - list.querySelectorAll(':scope > :not([hidden])').length;
    more.hidden = rest === 0;
    more.textContent = counted(messages, 'more', rest);
  };
  more.addEventListener('click', () => {
    void showMore().catch(options.onFailure);
  });
  const showMore = async () => {
    const hidden = [...list.querySelectorAll<HTMLElement>(':scope > [hidden]')];
    if (hidden.length === 0) await add(MANY, MANY);
    else for (const row of hidden) row.hidden = false;
    tellMore();
    const next = hidden[0] ?? list.children[listed - MANY];
    next?.querySelector('a')?.focus();
  };
  tellMore();
  const count = make('span', {
    className: 'm',
    textContent: counted(messages, 'found', found.length),
  });
  const heading = make('h2', {}, [make('span', { lang, textContent: title }), ' ', count]);
  const box = make('div', {}, [list, make('p', { className: 'more' }, [more])]);
  return make('section', { className: 'part' }, [heading, box]);
}

async function rowsOf(
  found: readonly FoundEpisode[],
  options: ResultListOptions,
): Promise<readonly ResultRow[]> {
  return Promise.all(
    found.map(async (one) => {
      const listed = (await options.loader.episodes(one.group))[one.page];
      if (listed === undefined)
        throw new RangeError(`no episode ${one.page} in ${one.group.folder}`);
      const row = new ResultRow(one, listed, options);
      onSight.set(row.element, () => {
        row.fill().catch(options.onFailure);
      });
      sight.observe(row.element);
      return row;
    }),
  );
}
