/**
 * What a reader has read, kept in their browser alone: by series, the ids of the episodes that they
 * have opened, in the order in which they did so for the first time. A series is named by the path of
 * its index, since several sites may share a host.
 */
export type ReadingRecord = Readonly<Record<string, readonly string[]>>;

const storageKey = 'tsuzuki:read';

/** Empty where the browser keeps nothing, may not, or keeps something else. */
export function readingRecord(): ReadingRecord {
  let kept: unknown;
  try {
    kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
  } catch {
    return {};
  }
  const series = Object.entries(Object(kept) as object).filter(
    (pair): pair is [string, string[]] =>
      Array.isArray(pair[1]) && pair[1].every((id) => typeof id === 'string'),
  );
  return Object.fromEntries(series);
}

/** Notes that an episode has been opened. */
export function recordReading(series: string, id: string): void {
  const all = readingRecord();
  const read = readOf(all, series);
  if (read.includes(id)) return;
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...all, [series]: [...read, id] }));
  } catch {
    // The browser keeps nothing: nothing counts as read.
  }
}

/** The ids of what has been read of a series. */
export function readOf(record: ReadingRecord, series: string): readonly string[] {
  return Object.hasOwn(record, series) ? (record[series] ?? []) : [];
}
