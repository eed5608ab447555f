/** Compares texts by their UTF-16 code units: the same everywhere, whatever the locale. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorts by names of files, with the numbers in them by their size: 2 before 10, as parts are read. */
export function inOrderOfNames<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  const named = items.map((item) => ({
    item,
    key: nameOf(item).replace(/\d+/g, (digits) => digits.padStart(12, '0')),
  }));
  return named.toSorted((a, b) => compareTexts(a.key, b.key)).map(({ item }) => item);
}
