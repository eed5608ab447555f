import type { LabelScheme } from './label-scheme.ts';
import { formatNumeral } from './numeral.ts';

/** A label in the pieces that typography treats apart; its text is the three in a row. */
export interface Label {
  readonly prefix: string;
  readonly numeral: string;
  readonly suffix: string;
}

/** A label as a link of the series navigation shows it. */
export interface NavigationLabel {
  readonly arrow: '←' | '→' | '';
  readonly label: Label;
}

/** What a label depends on: an episode's place in its series, or an extra's among the extras. */
export type Place =
  | {
      readonly kind: 'episode';
      readonly order: number;
      /** It has the lowest order of those shown. */
      readonly isFirst: boolean;
      /** It has the highest order of a complete series of two or more. */
      readonly isFinal: boolean;
      /** No other episode is shown. */
      readonly isOnly: boolean;
    }
  | {
      readonly kind: 'extra';
      /** Counted from 1; undefined where the series has no other extra. */
      readonly number: number | undefined;
    };

/** A label as plain text. */
export function labelText(label: Label): string {
  return label.prefix + label.numeral + label.suffix;
}

/**
 * The mark that an episode bears itself, in its heading and in lists.
 *
 * @returns undefined where it needs none: the only episode of a series whose words tell before
 * from after
 */
export function ownLabel(place: Place, scheme: LabelScheme): Label | undefined {
  if (place.kind === 'extra') return extraLabel(place.number, scheme);
  if (place.isOnly && scheme.words.kind === 'relative') return undefined;
  return compose(ownWord(place, scheme), place.order, scheme);
}

/**
 * The label of another part of the series as a reader sees it who stands at one part.
 *
 * @param place - of the part that the link leads to
 * @param side - where that part lies, seen from the reader
 */
export function labelSeenFrom(
  place: Place,
  side: 'earlier' | 'later',
  scheme: LabelScheme,
): NavigationLabel {
  const label =
    place.kind === 'extra'
      ? extraLabel(place.number, scheme)
      : compose(wordSeenFrom(place, side, scheme), place.order, scheme);
  if (side === 'later') return { arrow: '→', label };
  const isBeginning = place.kind === 'episode' && place.isFirst;
  return { arrow: isBeginning ? '' : '←', label };
}

type EpisodePlace = Extract<Place, { kind: 'episode' }>;

function ownWord(place: EpisodePlace, { words }: LabelScheme): string {
  switch (words.kind) {
    case 'none':
      return '';
    case 'absolute':
      return absoluteWord(place, words);
    case 'relative':
      if (place.isFinal) return words.final;
      return place.isFirst ? words.before : words.after;
  }
}

function wordSeenFrom(
  place: EpisodePlace,
  side: 'earlier' | 'later',
  { words }: LabelScheme,
): string {
  switch (words.kind) {
    case 'none':
      return '';
    case 'absolute':
      return absoluteWord(place, words);
    case 'relative':
      if (side === 'earlier') return words.before;
      return place.isFinal ? words.final : words.after;
  }
}

function absoluteWord(
  place: EpisodePlace,
  words: Extract<LabelScheme['words'], { kind: 'absolute' }>,
): string {
  if (place.isFinal) return words.last;
  return place.isFirst ? words.first : words.middle;
}

function compose(word: string, order: number, scheme: LabelScheme): Label {
  const numeral = formatNumeral(order, scheme.numerals);
  const [prefix = '', ...rest] = scheme.format.split('{n}');
  const fill = (piece: string) => piece.replaceAll('{word}', () => word);
  if (rest.length === 0) return { prefix: fill(prefix), numeral: '', suffix: '' };
  return { prefix: fill(prefix), numeral, suffix: fill(rest.join(numeral)) };
}

function extraLabel(number: number | undefined, scheme: LabelScheme): Label {
  if (number === undefined) return { prefix: scheme.extra, numeral: '', suffix: '' };
  // Several extras must stay apart even where episodes have no numerals.
  const style = scheme.numerals === 'none' ? 'circled-10' : scheme.numerals;
  return {
    prefix: scheme.extra + scheme.extraGap,
    numeral: formatNumeral(number, style),
    suffix: '',
  };
}
