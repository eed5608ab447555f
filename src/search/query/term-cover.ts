import type { Postings } from './gram-file.ts';
import type { Posting } from './gram-reader.ts';
import type { Gram } from './gram.ts';
import type { SearchBundle } from './manifest.ts';
import { frequentIn } from './frequent.ts';
import { byRarity, gramsOfTerm, nameOf, type TermGram } from './term-grams.ts';

/** A gram of a term, and what a group has of it. */
export interface FoundGram extends TermGram {
  readonly postings: readonly Posting[];
}

/** What each group has of a gram; undefined where it has none. */
export type LookUp = (gram: Gram) => Promise<readonly Postings[]>;

/**
 * The grams that tell where a term stands, as they are looked up. Each group has its own: what is
 * frequent there, is told by longer ones.
 */
export class TermCover {
  readonly #characters: readonly string[];
  readonly #gramLength: number;
  /** By group. */
  readonly #grams: readonly (readonly TermGram[])[];
  readonly #lookUp: LookUp;
  /** By the names of grams. */
  readonly #found = new Map<
    string,
    TermGram & { readonly inGroups: Awaited<ReturnType<LookUp>> }
  >();

  constructor(term: string, { frequent, gramLength, groups }: SearchBundle, lookUp: LookUp) {
    const isFrequent = frequentIn(frequent);
    this.#characters = Array.from(term);
    this.#gramLength = gramLength;
    this.#grams = groups.map((_, group) =>
      gramsOfTerm(term, gramLength, (gram) => isFrequent(gram, group)),
    );
    this.#lookUp = lookUp;
  }

  /**
   * What has to be looked up yet, those first that look rare: nothing for the sake of groups where no
   * page has all that is known.
   */
  missing(): readonly TermGram[] {
    const pages = this.pages();
    const wanted = this.#grams.flatMap((grams, group) => (pages[group]?.length === 0 ? [] : grams));
    const missing = wanted.filter((gram) => !this.#found.has(nameOf(gram)));
    return [...new Map(missing.map((gram) => [nameOf(gram), gram])).values()].sort(
      byRarity(this.#characters),
    );
  }

  /** @throws what looking up throws */
  async add(grams: readonly TermGram[]): Promise<void> {
    const found = await Promise.all(grams.map(({ gram }) => this.#lookUp(gram)));
    grams.forEach((gram, i) => {
      this.#found.set(nameOf(gram), { ...gram, inGroups: found[i] ?? [] });
    });
  }

  /** By group: the pages that have all that is known; undefined where nothing is. */
  pages(): readonly (readonly number[] | undefined)[] {
    return this.#grams.map((grams, group) => {
      const own = new Set(grams.map(nameOf));
      // Every group has the short ones, also those whose places longer ones tell there.
      const known = [...this.#found.values()].filter(
        (one) => own.has(nameOf(one)) || one.gram.length <= this.#gramLength,
      );
      const [first, ...others] = known.map(({ inGroups }) =>
        (inGroups[group] ?? []).map(({ page }) => page),
      );
      const sets = others.map((pages) => new Set(pages));
      return first?.filter((page) => sets.every((pages) => pages.has(page)));
    });
  }

  /** Those of a group, once none is missing. */
  grams(group: number): readonly FoundGram[] {
    const grams = this.#grams[group] ?? [];
    return grams.map((gram) => {
      return { ...gram, postings: this.#found.get(nameOf(gram))?.inGroups[group] ?? [] };
    });
  }
}
