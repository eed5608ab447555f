/**
 * What a reader has read, kept in their browser alone: by series, the ids of the episodes that they
 * have opened, in the order in which they did so for the first time.
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
function record(seriesId: string, id: string): void {
  const all = readingRecord();
  const read = Object.hasOwn(all, seriesId) ? (all[seriesId] ?? []) : [];
  if (read.includes(id)) return;
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...all, [seriesId]: [...read, id] }));
  } catch {
    // The browser keeps nothing: nothing counts as read.
  }
}

/** A page that is made ready in advance has not been opened yet. */
function whenOpened(callback: () => void): void {
  if ('prerendering' in document && document.prerendering === true) {
    document.addEventListener('prerenderingchange', callback, { once: true });
  } else {
    callback();
  }
}

const article = document.querySelector<HTMLElement>('article[data-episode-id]');
const { episode, episodeId } = article?.dataset ?? {};
if (episode !== undefined && episodeId !== undefined) {
  whenOpened(() => {
    record(episode.slice(0, episode.indexOf('/')), episodeId);
  });
}
