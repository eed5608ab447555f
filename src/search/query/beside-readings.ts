import { besideReadings } from './gram.ts';
import { startsByPage, type PlacedGram } from './placed-gram.ts';
import type { LookUp } from './term-cover.ts';
import { nameOf } from './term-grams.ts';
import { isOfReading } from './weight.ts';

/**
 * Adds to the grams of each group what stands beside readings, as far as a term may lack it: one after
 * the other, since what one of them rules out needs no others.
 *
 * @throws what looking up throws
 */
export async function withBeside(
  groups: readonly (readonly PlacedGram[])[],
  lookUp: LookUp,
): Promise<readonly (readonly PlacedGram[])[]> {
  let all = groups;
  const lookedUp = new Set<string>();
  for (;;) {
    const lacking = all.flatMap((grams) => gramsLacking(grams, lookedUp));
    const [[most] = []] = [...Map.groupBy(lacking, nameOf).values()].toSorted(
      (a, b) => b.length - a.length,
    );
    if (most === undefined) return all;
    const found = await lookUp(besideReadings(most.gram));
    const name = nameOf(most);
    lookedUp.add(name);
    all = all.map((grams, group) =>
      grams.map((gram) =>
        nameOf(gram) === name ? joined(gram, startsByPage(found[group] ?? [])) : gram,
      ),
    );
  }
}

/**
 * The grams that are not where they would have to be for a term of which some gram is of a reading: on
 * a page with all grams, since a text holds, too, what stands beside its readings.
 *
 * @param lookedUp - names of those whose places beside readings are known: where one of them is not,
 *   the term is not, either
 * @returns each as often as it is lacking
 */
function gramsLacking(
  grams: readonly PlacedGram[],
  lookedUp: ReadonlySet<string>,
): readonly PlacedGram[] {
  const [first, ...others] = grams;
  return [...(first?.pages.keys() ?? [])].flatMap((page) => {
    if (!others.every(({ pages }) => pages.has(page))) return [];
    return [...startsInReadings(grams, page)].flatMap((start) => {
      const lacking = grams.filter(
        ({ distance, pages }) => !pages.get(page)?.has(start + distance),
      );
      return lacking.some((gram) => lookedUp.has(nameOf(gram))) ? [] : lacking;
    });
  });
}

/** Where on a page a term would begin of which some gram is of a reading. */
function startsInReadings(grams: readonly PlacedGram[], page: number): ReadonlySet<number> {
  return new Set(
    grams.flatMap(({ distance, pages }) =>
      [...(pages.get(page) ?? [])].flatMap(([place, weight]) =>
        isOfReading(weight) ? [place - distance] : [],
      ),
    ),
  );
}

/** A gram with the places beside readings as well. */
function joined(gram: PlacedGram, beside: PlacedGram['pages']): PlacedGram {
  if (beside.size === 0) return gram;
  const pages = [...gram.pages].map(
    ([page, starts]) => [page, new Map([...starts, ...(beside.get(page) ?? [])])] as const,
  );
  return { ...gram, pages: new Map(pages) };
}
