import type { GramPostings, Posting } from './gram-file.ts';
import type { Gram } from './gram.ts';
import { gramsOfTerm, longerGram, nameOf, type TermGram } from './term-grams.ts';

/** A gram of a term, and what a group has of it. */
export interface FoundGram extends TermGram {
  readonly postings: readonly Posting[];
}

/** What each group has of a gram; undefined where it has none. */
export type LookUp = (gram: Gram) => Promise<readonly (GramPostings | undefined)[]>;

/**
 * The grams that tell where a term stands: as many as make it, next to each other or over each other.
 * Each group has its own: what is frequent there, is told by longer ones.
 */
export class TermCover {
  readonly #term: string;
  readonly #grams: readonly TermGram[];
  readonly #groups: readonly number[];
  readonly #lookUp: LookUp;
  /** By the names of grams. */
  readonly #found = new Map<string, Awaited<ReturnType<LookUp>>>();

  /** @param groups - how many there are */
  constructor(
    term: string,
    { gramLength, groups }: { readonly gramLength: number; readonly groups: number },
    lookUp: LookUp,
  ) {
    this.#term = term;
    this.#grams = gramsOfTerm(term, gramLength);
    this.#groups = Array.from({ length: groups }, (_, group) => group);
    this.#lookUp = lookUp;
  }

  /**
   * What has to be looked up yet, those first that look rare: nothing for the sake of groups where no
   * page has all that is known.
   */
  missing(): readonly TermGram[] {
    const pages = this.pages();
    const wanted = this.#groups.flatMap((group) =>
      pages?.[group]?.length === 0 ? [] : this.#plan(group),
    );
    const missing = wanted.filter((gram) => !this.#found.has(nameOf(gram)));
    return [...new Map(missing.map((gram) => [nameOf(gram), gram])).values()];
  }

  /** @throws what looking up throws */
  async add(grams: readonly TermGram[]): Promise<void> {
    const found = await Promise.all(grams.map(({ gram }) => this.#lookUp(gram)));
    grams.forEach((gram, i) => this.#found.set(nameOf(gram), found[i] ?? []));
  }

  /** By group: the pages that have all that is known; undefined as long as nothing is. */
  pages(): readonly (readonly number[])[] | undefined {
    if (this.#found.size === 0) return undefined;
    return this.#groups.map((group) => {
      const known = this.#grams.flatMap((gram) => this.#follow(gram, group).known ?? []);
      const [first, ...others] = known.map(({ postings }) => postings.map(({ page }) => page));
      const sets = others.map((pages) => new Set(pages));
      return (first ?? []).filter((page) => sets.every((pages) => pages.has(page)));
    });
  }

  /** Those of a group, once none is missing. */
  grams(group: number): readonly FoundGram[] {
    return this.#plan(group).map((gram) => {
      const { postings = [] } = this.#found.get(nameOf(gram))?.[group] ?? {};
      return { ...gram, postings };
    });
  }

  /** Those that make the term in a group, for all that is known: none that the others make, too. */
  #plan(group: number): readonly TermGram[] {
    const last = this.#grams.map((gram) => this.#follow(gram, group).last);
    const chosen: TermGram[] = [];
    // Longer ones make more of the term.
    for (const gram of last.toSorted((a, b) => b.gram.length - a.gram.length)) {
      if (!isCovered(gram, chosen)) chosen.push(gram);
    }
    return last.filter((gram) => chosen.includes(gram));
  }

  /**
   * From a gram to the longer one that tells its places in a group, as far as it was looked up.
   *
   * @returns the last of which something is known, and the last: that is the one, or has to be looked up
   */
  #follow(
    from: TermGram,
    group: number,
  ): { readonly known: FoundGram | undefined; readonly last: TermGram } {
    let known: FoundGram | undefined;
    for (let last = from; ;) {
      const found = this.#found.get(nameOf(last));
      if (found === undefined) return { known, last };
      const { postings = [], hasPlaces = true } = found[group] ?? {};
      known = { ...last, postings };
      const longer = hasPlaces ? undefined : longerGram(this.#term, last);
      if (longer === undefined) return { known, last };
      last = longer;
    }
  }
}

/** Whether each character of a gram is in one of others. */
function isCovered({ gram, distance }: TermGram, others: readonly TermGram[]): boolean {
  return gram.every((_, i) =>
    others.some(
      (other) =>
        distance + i >= other.distance && distance + i < other.distance + other.gram.length,
    ),
  );
}
