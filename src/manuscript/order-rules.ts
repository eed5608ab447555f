import type { Finding } from '#src/diagnostics/finding.ts';
import type { ReadEpisode } from './episode-entry.ts';
import type { NumberedEntry } from './manuscript.ts';
import type { SeriesUnderCheck } from './series-rules.ts';

/** No two episodes have the same place. */
export function orderUnique({ episodes }: SeriesUnderCheck): Finding[] {
  const owners = new Map<number, string>();
  return numbered(episodes).flatMap(({ entry, locate }): Finding[] => {
    const other = owners.get(entry.order);
    if (other === undefined) {
      owners.set(entry.order, entry.path);
      return [];
    }
    const values = { order: entry.order, other };
    return [{ code: 'order-duplicate', file: entry.path, ...locate(['order'], 'value'), values }];
  });
}

/** From the first whole number above zero to the last there is none missing. */
export function noGap({ episodes, isWhole }: SeriesUnderCheck): Finding[] {
  const parts = numbered(episodes)
    .filter(({ entry }) => Number.isInteger(entry.order) && entry.order > 0)
    .toSorted((a, b) => a.entry.order - b.entry.order);
  const gaps = parts.flatMap((part, index) => {
    const before = parts[index - 1]?.entry.order;
    const isGap = before !== undefined && part.entry.order > before + 1;
    return isGap ? [{ part, missing: range(before + 1, part.entry.order - 1) }] : [];
  });
  const [first] = gaps;
  if (first === undefined || !isWhole) {
    return [];
  }
  const shown = gaps.slice(0, mostGaps).map(({ missing }) => missing);
  const missing = [...shown, ...(gaps.length > mostGaps ? ['…'] : [])].join(', ');
  const { entry, locate } = first.part;
  return [
    { code: 'order-gap', file: entry.path, ...locate(['order'], 'value'), values: { missing } },
  ];
}

/** Every extra follows an episode that there is. */
export function afterKnown({ episodes, isWhole }: SeriesUnderCheck): Finding[] {
  const orders = new Set(numbered(episodes).map(({ entry }) => entry.order));
  if (!isWhole) {
    return [];
  }
  const nearestOrder = nearestNumberOf([...orders]);
  return episodes.flatMap(({ entry, locate }): Finding[] => {
    if (entry.kind !== 'extra' || orders.has(entry.after)) {
      return [];
    }
    const { after } = entry;
    const near = nearestOrder(after);
    const values = { after, ...(near === undefined ? {} : { nearest: near }) };
    return [{ code: 'after-unknown', file: entry.path, ...locate(['after'], 'value'), values }];
  });
}

/** So many stretches of missing numbers are named; more are hinted at. */
const mostGaps = 5;

/** The nearest of some numbers to another; of two that are as near, the one given first. */
function nearestNumberOf(numbers: readonly number[]): (wanted: number) => number | undefined {
  const inOrder = numbers.map((number, index) => ({ number, index })).sort(byNumber);
  return (wanted) => {
    let [low, high] = [0, inOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((inOrder[middle]?.number ?? Infinity) < wanted) low = middle + 1;
      else high = middle;
    }
    const [first] = inOrder
      .slice(Math.max(0, low - 1), low + 1)
      .sort(
        (a, b) => Math.abs(a.number - wanted) - Math.abs(b.number - wanted) || a.index - b.index,
      );
    return first?.number;
  };
}

function byNumber(a: { readonly number: number }, b: { readonly number: number }): number {
  return a.number - b.number;
}

function numbered(episodes: readonly ReadEpisode[]) {
  return episodes.flatMap(({ entry, locate }): { entry: NumberedEntry; locate: typeof locate }[] =>
    entry.kind === 'episode' ? [{ entry, locate }] : [],
  );
}

function range(from: number, to: number): string {
  return from === to ? String(from) : `${String(from)}–${String(to)}`;
}
