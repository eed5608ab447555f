import type {
  EpisodeEntry,
  LabelSetting,
  NumberedEntry,
  NumeralStyle,
} from '#src/manuscript/manuscript.ts';
import type { Tale } from '#tests/support/arbitrary-tale.ts';
import type { Shown } from '#tests/support/told-series.ts';

/**
 * The navigation of a series, written a second time from the words of content-format.md and
 * without calling what it is held against.
 */
export interface Expected {
  /** Slugs in reading order. */
  readonly order: readonly string[];
  /** The part's own mark; undefined where it bears none. */
  readonly mark: (slug: string) => string | undefined;
  readonly seenFrom: (slug: string) => { earlier: readonly Shown[]; later: readonly Shown[] };
  /** False where the specification leaves something open; see `leavesOpen`. */
  readonly isSpecified: boolean;
}

export function expectedOf({ series, entries, now }: Tale): Expected {
  const published = entries.filter((e) => !e.draft && e.date !== undefined && e.date <= now);
  const isComplete =
    series.status === 'complete' &&
    !entries.some((e) => e.kind === 'episode' && !e.draft && (e.date ?? Infinity) > now);
  const episodes = published.filter((e) => e.kind === 'episode');
  const orders = episodes.map((e) => e.order);
  const lowest = Math.min(...orders);
  const highest = Math.max(...orders);
  const parts = inReadingOrder(published);
  const here = (slug: string) => parts.findIndex((part) => part.slug === slug);
  const several = parts.length - episodes.length > 1;

  function label(part: EpisodeEntry, standpoint: 'itself' | 'earlier' | 'later'): string {
    if (part.kind !== 'episode') return several ? extraMark(part.slug) : '番外編';
    const isFirst = part.order === lowest;
    const isLast = isComplete && episodes.length > 1 && part.order === highest;
    const word = wordOf(series.labels, standpoint, isFirst, isLast);
    return compose(series.labels, word, part);
  }

  return {
    order: parts.map((part) => part.slug),
    isSpecified: !leavesOpen(parts, episodes.length, isComplete),
    mark(slug) {
      const part = parts[here(slug)];
      const isAlone = part?.kind === 'episode' && episodes.length === 1;
      return part === undefined || isAlone ? undefined : label(part, 'itself');
    },
    seenFrom(slug) {
      const reader = here(slug);
      const list = (side: 'earlier' | 'later') =>
        parts.map((part, index): Shown => {
          const isBounded = parts.length > 30;
          const isEnd = index === 0 || index === parts.length - 1;
          if (isBounded && !isEnd && Math.abs(index - reader) > 7) return 1;
          const isVeryFirst = part.kind === 'episode' && part.order === lowest;
          const arrow = side === 'later' ? '→' : isVeryFirst ? '' : '←';
          return arrow + label(part, side);
        });
      return {
        earlier: addUpGaps(list('earlier').slice(0, reader)),
        later: addUpGaps(list('later').slice(reader + 1)),
      };
    },
  };
}

/** Stands for the mark of one of several extras: in what order they are numbered is not said. */
export function extraMark(slug: string): string {
  return `番外編(${slug})`;
}

/**
 * Not specified: where an extra stands before the episode that it follows is out, if no earlier
 * one is; and what the only episode of a complete series is called from an extra.
 */
function leavesOpen(parts: readonly EpisodeEntry[], episodes: number, isComplete: boolean) {
  return parts[0]?.kind === 'extra' || (episodes === 1 && parts.length > 1 && isComplete);
}

function inReadingOrder(published: readonly EpisodeEntry[]): readonly EpisodeEntry[] {
  const episodes = published.filter((e) => e.kind === 'episode');
  const key = (e: EpisodeEntry): readonly (number | string)[] => {
    if (e.kind === 'episode') return [e.order, 0];
    if (e.kind === 'notice') return [];
    const atMost = episodes.map((one) => one.order).filter((order) => order <= e.after);
    return [Math.max(...atMost), 1, e.date ?? Infinity, e.slug];
  };
  return published
    .filter((e) => e.kind !== 'notice')
    .map((e) => ({ e, key: key(e) }))
    .sort((a, b) => {
      const at = a.key.findIndex((piece, index) => piece !== b.key[index]);
      return (a.key[at] ?? 0) < (b.key[at] ?? 0) ? -1 : 1;
    })
    .map(({ e }) => e);
}

function wordOf(
  labels: LabelSetting,
  standpoint: 'itself' | 'earlier' | 'later',
  isFirst: boolean,
  isLast: boolean,
): string {
  if (labels.kind === 'absolute') {
    const word = isLast ? labels.last : isFirst ? labels.first : labels.middle;
    return word ?? labels.middle;
  }
  const isPreset = labels.kind === 'preset';
  const words = isPreset ? { before: '前編', after: '続編', final: '完結編' } : labels;
  if (standpoint === 'earlier') return words.before;
  if (isLast) return words.final ?? words.after;
  return standpoint === 'itself' && isFirst ? words.before : words.after;
}

const presets = {
  zenpen: ['{word}{n}', 'circled-10'],
  wa: ['第{n}話', 'arabic'],
  sono: ['その{n}', 'arabic'],
  maru: ['{n}', 'circled-10'],
  part: ['Part {n}', 'arabic'],
} as const;

function compose(labels: LabelSetting, word: string, { order }: NumberedEntry): string {
  const [format, numerals] =
    labels.kind === 'preset' ? presets[labels.name] : ([labels.format, 'circled-10'] as const);
  const numeral = write(order, labels.numerals ?? numerals);
  return (format ?? '{word}{n}')
    .split(/(\{word\}|\{n\})/u)
    .map((piece) => (piece === '{word}' ? word : piece === '{n}' ? numeral : piece))
    .join('');
}

const circles = Array.from(
  '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿',
);

/** For orders below 100. */
function write(order: number, style: NumeralStyle): string {
  const plain = String(order);
  if (style === 'none') return '';
  if (plain.includes('.') || style === 'arabic') return plain;
  if (style === 'fullwidth')
    return plain.replace(/\d/gu, (digit) => '０１２３４５６７８９'.charAt(Number(digit)));
  if (style === 'kanji') {
    const [tens, units] = [Math.floor(order / 10), order % 10];
    const digit = (value: number) => '〇一二三四五六七八九'.charAt(value);
    if (tens === 0) return digit(units);
    return (tens === 1 ? '' : digit(tens)) + '十' + (units === 0 ? '' : digit(units));
  }
  return circles.slice(0, Number(style.replace('circled-', '')))[order - 1] ?? plain;
}

function addUpGaps(items: readonly Shown[]): readonly Shown[] {
  return items.reduce<readonly Shown[]>((sum, item) => {
    const before = sum.at(-1);
    return typeof item === 'number' && typeof before === 'number'
      ? [...sum.slice(0, -1), before + item]
      : [...sum, item];
  }, []);
}
