import type { GramPostings, Posting } from './gram-file.ts';
import type { Gram } from './gram.ts';
import type { SearchBundle } from './manifest.ts';
import { frequentIn } from './frequent.ts';
import { gramsOfTerm, nameOf, type TermGram } from './term-grams.ts';

/** A gram of a term, and what a group has of it. */
export interface FoundGram extends TermGram {
  readonly postings: readonly Posting[];
}

/** What each group has of a gram; undefined where it has none. */
export type LookUp = (gram: Gram) => Promise<readonly (GramPostings | undefined)[]>;

/**
 * The grams that tell where a term stands, as they are looked up. Each group has its own: what is
 * frequent there, is told by longer ones.
 */
export class TermCover {
  /** By group. */
  readonly #grams: readonly (readonly TermGram[])[];
  readonly #lookUp: LookUp;
  /** By the names of grams. */
  readonly #found = new Map<string, Awaited<ReturnType<LookUp>>>();

  constructor(term: string, bundle: SearchBundle, lookUp: LookUp) {
    const isFrequent = frequentIn(bundle);
    this.#grams = bundle.groups.map((_, group) =>
      gramsOfTerm(term, bundle.gramLength, (gram) => isFrequent(gram, group)),
    );
    this.#lookUp = lookUp;
  }

  /**
   * What has to be looked up yet, those first that look rare: nothing for the sake of groups where no
   * page has all that is known.
   */
  missing(): readonly TermGram[] {
    const pages = this.pages();
    const wanted = this.#grams.flatMap((grams, group) =>
      pages?.[group]?.length === 0 ? [] : grams,
    );
    const missing = wanted.filter((gram) => !this.#found.has(nameOf(gram)));
    return [...new Map(missing.map((gram) => [nameOf(gram), gram])).values()];
  }

  /** @throws what looking up throws */
  async add(grams: readonly TermGram[]): Promise<void> {
    const found = await Promise.all(grams.map(({ gram }) => this.#lookUp(gram)));
    grams.forEach((gram, i) => this.#found.set(nameOf(gram), found[i] ?? []));
  }

  /** By group: the pages that have all that is known; undefined as long as nothing is known of one. */
  pages(): readonly (readonly number[] | undefined)[] | undefined {
    if (this.#found.size === 0) return undefined;
    return this.#grams.map((grams, group) => {
      const known = grams.filter((gram) => this.#found.has(nameOf(gram)));
      const [first, ...others] = known.map((gram) =>
        this.#postings(gram, group).map(({ page }) => page),
      );
      const sets = others.map((pages) => new Set(pages));
      return first?.filter((page) => sets.every((pages) => pages.has(page)));
    });
  }

  /** Those of a group, once none is missing. */
  grams(group: number): readonly FoundGram[] {
    const grams = this.#grams[group] ?? [];
    return grams.map((gram) => ({ ...gram, postings: this.#postings(gram, group) }));
  }

  #postings(gram: TermGram, group: number): readonly Posting[] {
    return this.#found.get(nameOf(gram))?.[group]?.postings ?? [];
  }
}
