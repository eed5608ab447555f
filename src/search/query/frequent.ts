import type { FrequentGrams } from './manifest.ts';

/** @param groups - of each in its order what is frequent there, as text */
export function toFrequentGrams(groups: readonly (readonly string[])[]): FrequentGrams {
  const known = groups.map((grams) => new Set(grams));
  return [...new Set(groups.flat())].map((gram) => {
    const groupsWith = (isIn: boolean) =>
      known.flatMap((grams, group) => (grams.has(gram) === isIn ? [group] : []));
    const [has, lacks] = [groupsWith(true), groupsWith(false)];
    return has.length < lacks.length ? [gram, 1, ...has] : [gram, 0, ...lacks];
  });
}

/** Whether a gram, as text, is frequent in a group. */
export function frequentIn(grams: FrequentGrams): (gram: string, group: number) => boolean {
  const known = new Map(
    grams.map(([gram, isIn, ...groups]) => [gram, { isIn: isIn === 1, groups: new Set(groups) }]),
  );
  return (gram, group) => {
    const found = known.get(gram);
    return found !== undefined && found.groups.has(group) === found.isIn;
  };
}
