import fc from 'fast-check';
import {
  numeralStyles,
  presetNames,
  type EpisodeEntry,
  type LabelSetting,
  type SeriesEntry,
} from '#src/manuscript/manuscript.ts';
import { episode, extra, notice, series, text } from '#tests/support/manuscript.ts';

/** One series as its writer left it, and a moment at which somebody reads it. */
export interface Tale {
  readonly series: SeriesEntry;
  /** In any order. */
  readonly entries: readonly EpisodeEntry[];
  readonly now: number;
}

/** Moments lie close together, so that many dates are equal, and many equal *now*. */
const latest = 40;
const moment = fc.nat(latest);

/** Anything that the manuscript lets through: see content-format.md, "An episode's frontmatter". */
export function tale(id = 'story'): fc.Arbitrary<Tale> {
  return fc
    .record({
      orders: orders(),
      status,
      labels: labelSetting,
      extras: fc.nat(5),
      notices: fc.nat(2),
    })
    .chain(({ orders: all, status, labels, extras, notices }) =>
      fc.record({
        series: fc.constant(
          series({ id, status, labels, arcs: arcs.map((arc) => ({ id: arc, title: arc })) }),
        ),
        entries: fc
          .tuple(episodesOf(id, all), extrasBehind(id, all, extras), noticesOf(id, notices))
          .chain((kinds) => shuffled(kinds.flat())),
        now: fc.oneof(moment, fc.constant(latest)),
      }),
    );
}

/** The same things in any order. */
export function shuffled<Thing>(things: readonly Thing[]): fc.Arbitrary<readonly Thing[]> {
  return fc.shuffledSubarray([...things], { minLength: things.length });
}

const status = fc.constantFrom('ongoing', 'complete', 'complete', 'hiatus');
const arcs = ['dawn', 'noon', 'dusk'];

/** A whole number, or one with a decimal. */
export const order = fc.oneof(
  fc.nat(60),
  fc.nat(600).map((tenths) => tenths / 10),
);

/** Numbered from 1 without a gap, or with a prologue, gaps and decimals. */
function orders(): fc.Arbitrary<readonly number[]> {
  const consecutive = fc.nat(45).map((count) => Array.from({ length: count }, (_, i) => i + 1));
  return fc.oneof(consecutive, fc.uniqueArray(order, { maxLength: 40, size: 'max' }));
}

/** Some are drafts, with or without a date. */
const publication = fc.oneof(
  { weight: 8, arbitrary: fc.record({ draft: fc.constant(false), date: moment }) },
  {
    weight: 1,
    arbitrary: fc.record({ draft: fc.constant(true), date: fc.option(moment, { nil: undefined }) }),
  },
);

const episodeSaid = fc.record({
  publication,
  arc: fc.constantFrom(undefined, ...arcs),
  length: fc.nat(5000),
});

function episodesOf(
  seriesId: string,
  orders: readonly number[],
): fc.Arbitrary<readonly EpisodeEntry[]> {
  return exactly(orders.length, episodeSaid).map((said) =>
    said.map(({ publication, arc, length }, index) => {
      const order = orders[index] ?? 0;
      const slug = `part-${String(order)}`;
      return episode(order, { seriesId, slug, arc, ...publication, body: text(length) });
    }),
  );
}

/** Their `after` is an order that exists, whether it is published or not. */
function extrasBehind(
  seriesId: string,
  all: readonly number[],
  count: number,
): fc.Arbitrary<readonly EpisodeEntry[]> {
  if (all.length === 0) return fc.constant([]);
  const said = fc.record({ publication, after: fc.constantFrom(...all), letter: fc.nat(25) });
  const extras = fc.uniqueArray(said, {
    maxLength: count,
    size: 'max',
    selector: (one) => one.letter,
  });
  return extras.map((some) =>
    some.map(({ publication, after, letter }) =>
      extra(after, `extra-${String.fromCharCode(0x61 + letter)}`, { seriesId, ...publication }),
    ),
  );
}

function noticesOf(seriesId: string, count: number): fc.Arbitrary<readonly EpisodeEntry[]> {
  return exactly(count, publication).map((said) =>
    said.map((one, index) => notice(`notice-${String(index)}`, { seriesId, ...one })),
  );
}

function exactly<Thing>(count: number, thing: fc.Arbitrary<Thing>): fc.Arbitrary<readonly Thing[]> {
  return fc.array(thing, { minLength: count, maxLength: count });
}

const numerals = fc.constantFrom(undefined, ...numeralStyles);
const word = fc.constantFrom('上', '中', '下', 'Book', '$&', '{n}', '{word}');
const format = fc.constantFrom(
  undefined,
  '{word}{n}',
  '{n}・{word}',
  '{word}',
  '{n}{word}{n}',
  '$1{n}',
);

const labelSetting: fc.Arbitrary<LabelSetting> = fc.oneof(
  fc.record({
    kind: fc.constant('preset'),
    name: fc.constantFrom('zenpen', 'zenpen', ...presetNames),
    numerals,
  }),
  fc.record({
    kind: fc.constant('absolute'),
    first: word,
    middle: word,
    last: word,
    format,
    numerals,
  }),
  fc.record({
    kind: fc.constant('relative'),
    before: word,
    after: word,
    final: word,
    format,
    numerals,
  }),
);
