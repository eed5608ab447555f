import type { Dice } from '#tests/support/dice.ts';
import { diceFor, oneIn } from './chance.ts';
import { body } from './body.ts';
import { narration, phrase, type Teller } from './sentences.ts';
import { noun, readingOf, type Vocabulary, type Word } from './vocabulary.ts';

/** A series of a corpus. */
export interface SeriesPlan {
  readonly seed: number;
  readonly vocabulary: Vocabulary;
  /** Its place among the series, from 0 on. */
  readonly index: number;
  /** How many texts it has. */
  readonly count: number;
  /** The length of each body in code points. */
  readonly lengthAt: (index: number) => number;
  /** The names of the images of each text, which lie beside it. */
  readonly imagesAt: (index: number) => readonly string[];
}

/** A file of a content folder. */
export interface TextFile {
  /** From the content folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The folder of a series, which is its id. */
export function seriesFolder(index: number): string {
  return `s${String(index + 1).padStart(4, '0')}`;
}

/** The path of an episode, by its places among the series and in its own. */
export function episodePath(series: number, index: number): string {
  return `${seriesFolder(series)}/${String(index + 1).padStart(4, '0')}.md`;
}

/** series.yaml, and then each text. Nothing links to the last one. */
export function* seriesFiles(plan: SeriesPlan): Generator<TextFile> {
  const people = cast(plan);
  const teller = tellerOf(plan, people);
  yield { path: `${seriesFolder(plan.index)}/series.yaml`, text: settings(plan, teller, people) };
  for (let index = 0; index < plan.count; index += 1) yield episode(plan, teller, index);
}

/** Words that a story comes back to. */
const TOPICS = 600;

interface Person {
  readonly surname: Word;
  readonly given: string;
}

function cast({ seed, vocabulary, index }: SeriesPlan): readonly Person[] {
  const dice = diceFor(seed, index, 'cast');
  return Array.from({ length: 3 + dice.below(4) }, () => ({
    surname: dice.of(vocabulary.surnames),
    given: dice.of(vocabulary.givenNames),
  }));
}

function tellerOf(plan: SeriesPlan, people: readonly Person[]): Teller {
  const { seed, vocabulary, index } = plan;
  const dice = diceFor(seed, index, 'series');
  return {
    dice,
    vocabulary,
    topics: Array.from({ length: TOPICS }, (_, i) =>
      i % 3 === 0 ? dice.of(vocabulary.nouns) : noun(dice),
    ),
    people: people.flatMap(({ surname, given }) => [surname.written, given]),
    places: Array.from({ length: 12 }, () => dice.of(vocabulary.places)),
  };
}

function settings(plan: SeriesPlan, teller: Teller, people: readonly Person[]): string {
  const { dice } = teller;
  const { index } = plan;
  const lines = [
    `title: ${quoted(`${phrase(teller)}${oneIn(dice, 2) ? '' : `と${phrase(teller)}`}`)}`,
    `status: ${pick(['complete', 'ongoing', 'complete', 'hiatus'], index)}`,
    `labels: ${pick(LABELS, index)}`,
    `description: ${quoted(narration(teller) + narration(teller))}`,
  ];
  if (index % 3 === 0) lines.push(`category: ${pick(['長編', '連作', '掌編'], index / 3)}`);
  if (index % 4 === 1) lines.push('direction: vertical');
  if (index % 5 === 2) lines.push(`afterword: ${quoted('続きは次の話で。')}`);
  if (index % 9 === 4) lines.push('breaks: false');
  lines.push(...arcLines(plan, teller), 'cast:');
  for (const { surname, given } of people) {
    lines.push(`  - name: ${quoted(surname.written + given)}`);
    lines.push(`    reading: ${quoted(`${readingOf(surname)}\u3000${given}`)}`);
    lines.push(`    note: ${quoted(narration(teller))}`);
  }
  return `${lines.join('\n')}\n`;
}

function arcLines(plan: SeriesPlan, teller: Teller): readonly string[] {
  if (!hasArcs(plan)) return [];
  const lines = Array.from(
    { length: Math.ceil(plan.count / arcLength(plan)) },
    (_, arc) =>
      `  - { id: ${arcId(arc)}, title: ${quoted(`第${arc + 1}部\u3000${phrase(teller)}`)} }`,
  );
  return ['arcs:', ...lines];
}

function hasArcs({ index, count }: SeriesPlan): boolean {
  return count >= 100 || (count >= 10 && index % 3 === 1);
}

function arcLength({ count }: SeriesPlan): number {
  return count >= 100 ? 50 : Math.ceil(count / 2);
}

function arcId(arc: number): string {
  return `arc-${arc + 1}`;
}

function episode(plan: SeriesPlan, told: Teller, index: number): TextFile {
  const dice = diceFor(plan.seed, plan.index, index);
  const teller = { ...told, dice };
  const lines = [
    ...placeLines(plan, index),
    `title: ${quoted(phrase(teller))}`,
    `date: ${dateOf(plan, index)}`,
  ];
  if (hasArcs(plan)) lines.push(`arc: ${arcId(Math.floor(index / arcLength(plan)))}`);
  if (oneIn(dice, 3)) lines.push(`summary: ${quoted(narration(teller))}`);
  if (oneIn(dice, 10)) lines.push(`foreword: ${quoted(narration(teller))}`);
  if (oneIn(dice, 10)) lines.push(`afterword: ${quoted(narration(teller))}`);
  if (oneIn(dice, 40)) lines.push(`warnings: ${quoted('暴力の描写')}`);
  if (oneIn(dice, 30)) lines.push(`updated: ${dateOf(plan, index)}:30`);
  const text = body(teller, {
    length: plan.lengthAt(index),
    links: linksOf(plan, dice, index),
    images: plan.imagesAt(index),
  });
  return {
    path: episodePath(plan.index, index),
    text: `---\n${lines.join('\n')}\n---\n\n${text}`,
  };
}

/** The middle one of every fourth series is an extra; those behind it count on without it. */
function placeLines({ index: series, count }: SeriesPlan, index: number): readonly string[] {
  const extra = series % 4 === 2 && count >= 8 ? Math.floor(count / 2) : count;
  if (index === extra) return ['kind: extra', `after: ${index}`];
  return [`order: ${index < extra ? index + 1 : index}`];
}

/** To something before it: what comes last can be taken away. */
function linksOf({ index: series }: SeriesPlan, dice: Dice, index: number): readonly string[] {
  const links: string[] = [];
  if (index > 0 && oneIn(dice, 6)) {
    links.push(`./${episodePath(series, dice.below(index)).split('/')[1] ?? ''}`);
  }
  if (series > 0 && oneIn(dice, 20)) links.push(`../${episodePath(dice.below(series), 0)}`);
  return links;
}

/** Ten years at the most, in even steps; to the minute, without an offset. */
function dateOf({ index: series, count }: SeriesPlan, index: number): string {
  const start = Date.UTC(2013, 0, 5, 7) + (series % 500) * 2 * DAY;
  const step = Math.min(7 * DAY, Math.floor((9 * 365 * DAY) / count));
  return new Date(start + index * step).toISOString().slice(0, 'YYYY-MM-DDThh:mm'.length);
}

const DAY = 86_400_000;

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[Math.floor(index) % items.length];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}

/** As a string of YAML, in which JSON is contained. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

const LABELS = [
  'zenpen',
  'wa',
  'part',
  'sono',
  'zenpen',
  'maru',
  '{ preset: wa, numerals: kanji }',
  '{ preset: zenpen, numerals: circled-50 }',
  '{ before: 前回, after: 次回, final: 最終回 }',
];
