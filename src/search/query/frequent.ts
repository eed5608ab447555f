import type { SearchBundle } from './manifest.ts';

/** Grams whose places longer ones tell, by their characters, each with the groups where they do not. */
export type FrequentGrams = readonly (readonly [gram: string, ...notIn: number[]])[];

/** @param groups - what is frequent in each, in its order */
export function toFrequentGrams(groups: readonly (readonly string[])[]): FrequentGrams {
  const known = groups.map((grams) => new Set(grams));
  return [...new Set(groups.flat())].map((gram) => [
    gram,
    ...known.flatMap((grams, group) => (grams.has(gram) ? [] : [group])),
  ]);
}

/** Whether a gram is frequent in a group of a bundle. */
export function frequentIn({
  frequent,
}: Pick<SearchBundle, 'frequent'>): (gram: string, group: number) => boolean {
  const notIn = new Map(frequent.map(([gram, ...groups]) => [gram, new Set(groups)]));
  return (gram, group) => notIn.get(gram)?.has(group) === false;
}
