import { Dice } from './dice.ts';
import { plainFold, type PlainBlock } from './plain-search.ts';

/** Queries such as readers type, drawn from a text by kind: whatever it says is searched for. */

/** Queries of each kind. */
const PER_KIND = 15;

type Kind = (blocks: readonly PlainBlock[]) => readonly string[];

const kinds: Readonly<Record<string, Kind>> = {
  compounds: fromText(/\p{Script=Han}{3,6}/gu),
  katakana: fromText(/[ァ-ヶー]{3,}/gu),
  'across the boundaries of words': fromText(/\p{Script=Han}[はがをにのと]\p{Script=Han}/gu),
  'verbs with okurigana': fromText(/\p{Script=Han}[ぁ-ん]{2,3}(?=[。、])/gu),
  'inflections without their stem': fromText(/[ぁ-ん]{3,5}(?=[。、])/gu),
  'single kanji': fromText(/\p{Script=Han}/gu),
  'single kana': fromText(/[ぁ-んァ-ヶ]/gu),
  'names and their particles': fromText(/\p{Script=Han}{2}(?:さん|氏|様)[はがにも]/gu),
  'mixed with Latin letters and digits': fromText(/[A-Za-z0-9]+\P{L}?[\p{Script=Han}ぁ-ん]{1,3}/gu),
  'English words and their parts': fromText(/[A-Za-z]{4,}/g, (word) => word.slice(1)),
  phrases: fromText(/[^。「」\s]{10,24}/gu),
  punctuation: fromText(/[、。！？「」『』…―（）・]{2,4}/gu),
  'parts between punctuation': fromText(/.[、。」].{1,3}/gu),
  'across ruby': (all) => spread(all.filter(hasReading).map(acrossBase)),
  readings: (all) => spread(all.filter(hasReading).flatMap(readAround)),
  'other widths': (all) => spread(widths(all)),
  'several terms': (all) =>
    spread(
      all.flatMap(({ written }) => {
        const words = written.match(/\p{Script=Han}{2,}|[ァ-ヶー]{3,}|[A-Za-z]{4,}/gu) ?? [];
        return words.length > 1 ? [`${words.at(-1) ?? ''}\u3000${words[0] ?? ''}`] : [];
      }),
    ),
};

export const queryKinds = Object.keys(kinds);

/** Queries of a kind that the text holds, as far apart as there are. */
export function drawnQueries(blocks: readonly PlainBlock[], kind: string): readonly string[] {
  return kinds[kind]?.(blocks) ?? [];
}

/** Beginnings of the text, backwards, unless it holds them. */
export function absentQueries(
  blocks: readonly PlainBlock[],
  isThere: (query: string) => boolean,
): readonly string[] {
  const texts = blocks.map(({ written }) => written.trim()).filter((text) => text.length > 6);
  const absent = spread(texts.map((text) => Array.from(text.slice(0, 6)).reverse().join('')));
  return absent.filter((query) => !isThere(query));
}

/** Stretches of one to twelve characters, as written or as read aloud; always the same ones. */
export function randomStretches(blocks: readonly PlainBlock[], count: number): readonly string[] {
  const dice = new Dice(20261125);
  const stretches: string[] = [];
  while (stretches.length < count) {
    const { written, aloud } = dice.of(blocks);
    const characters = Array.from(dice.below(2) === 0 ? written : aloud);
    const length = 1 + dice.below(12);
    const from = dice.below(Math.max(1, characters.length - length + 1));
    const stretch = characters.slice(from, from + length).join('');
    if (plainFold(stretch) !== '') stretches.push(stretch);
  }
  return stretches;
}

/** What an expression finds in the text, from its beginning to its end. */
function fromText(expression: RegExp, change = (found: string): string => found): Kind {
  return (all) => spread(all.flatMap(({ written }) => written.match(expression) ?? []).map(change));
}

/** Different ones, as far apart from each other as there are. */
function spread(found: readonly string[]): readonly string[] {
  const different = [...new Set(found)].filter((one) => plainFold(one) !== '');
  const step = Math.max(1, different.length / PER_KIND);
  return Array.from(
    { length: Math.min(PER_KIND, different.length) },
    (_, i) => different[Math.floor(i * step)] ?? '',
  );
}

function hasReading({ written, aloud }: PlainBlock): boolean {
  return written !== aloud;
}

/** The first base of a block, with what stands beside it. */
function acrossBase({ written, aloud }: PlainBlock): string {
  const start = firstDifference(written, aloud);
  return written.slice(Math.max(0, start - 2), start + 4);
}

/** What is read aloud otherwise than it is written, with some of what follows. */
function readAround({ written, aloud }: PlainBlock): readonly string[] {
  const start = firstDifference(written, aloud);
  return [aloud.slice(start, start + 4), aloud.slice(Math.max(0, start - 2), start + 8)];
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return i;
}

function widths(all: readonly PlainBlock[]): readonly string[] {
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
  return all.flatMap(({ written }) => [
    ...(written.match(/[A-Za-z]{3,}|\d{2,}/g) ?? []).map(wide),
    ...(written.match(/[ァ-ヶー]{3,}/g) ?? []).map((word) =>
      word.replace(/ル/g, 'ﾙ').replace(/バ/g, 'ﾊﾞ'),
    ),
  ]);
}
