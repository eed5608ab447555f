import type { Dice } from '#tests/support/dice.ts';
import { commonOf, diceFor } from './chance.ts';
import { allKanji } from './kanji.ts';

/** A word that is written with kanji. */
export interface Word {
  readonly written: string;
  /** Of each of its kanji. */
  readonly readings: readonly string[];
}

/** The words of a corpus, the commonest first. */
export interface Vocabulary {
  readonly nouns: readonly Word[];
  readonly places: readonly Word[];
  readonly surnames: readonly Word[];
  /** In kana or kanji, as they are written. */
  readonly givenNames: readonly string[];
  readonly katakana: readonly string[];
}

/** Words made up of kanji and syllables; nearly all of them are in no dictionary. */
export function createVocabulary(seed: number): Vocabulary {
  const dice = diceFor(seed, 'vocabulary');
  const place = () => joined(compound(dice, 1 + dice.below(2)), dice.of(ENDS_OF_PLACES));
  return {
    nouns: distinct(NOUNS, () => noun(dice)),
    places: distinct(PLACES, place),
    surnames: distinct(SURNAMES, () => compound(dice, 2)),
    givenNames: Array.from({ length: GIVEN_NAMES }, () => syllables(dice, HIRAGANA, 2)),
    katakana: Array.from({ length: KATAKANA_WORDS }, () => katakanaWord(dice)),
  };
}

/** A new word, which other stories need not have. */
export function noun(dice: Dice): Word {
  return compound(dice, dice.of(LENGTHS));
}

/** How a whole word is read. */
export function readingOf({ readings }: Word): string {
  return readings.join('');
}

const KANJI = allKanji();

const NOUNS = 12_000;
const PLACES = 600;
const SURNAMES = 800;
const GIVEN_NAMES = 300;
const KATAKANA_WORDS = 2500;
/** Of nouns, in kanji: two thirds have two. */
const LENGTHS = [1, 2, 2, 2, 2, 2, 2, 3, 3];

const ENDS_OF_PLACES: readonly Word[] = [
  ['町', 'まち'],
  ['村', 'むら'],
  ['坂', 'ざか'],
  ['峠', 'とうげ'],
  ['駅', 'えき'],
  ['岬', 'みさき'],
  ['街道', 'かい', 'どう'],
  ['神社', 'じん', 'じゃ'],
  ['通り', 'どお', 'り'],
].map(([written = '', ...readings]) => ({ written, readings }));

const HIRAGANA = 'あいうえおかきくけこさしすせそたちつなにのはひふへほまみむめもやゆよらりるれろわ';
const STARTS =
  'アイエオカキクコサシスセタチテトナニノハヒフヘマミムメモヤユラリルレロガギグゲゴザジゼダデドバビブベボ';
const ENDS = ['', '', 'ン', 'ル', 'ス', 'ア', 'ー', 'ード', 'リア', 'ット'];

function katakanaWord(dice: Dice): string {
  return syllables(dice, STARTS, 2 + dice.below(3)) + dice.of(ENDS);
}

function syllables(dice: Dice, signs: string, count: number): string {
  return Array.from({ length: count }, () => signs[dice.below(signs.length)] ?? '').join('');
}

function compound(dice: Dice, length: number): Word {
  const kanji = Array.from({ length }, () => commonOf(dice, KANJI, 100));
  return {
    written: kanji.map(({ sign }) => sign).join(''),
    readings: kanji.map(({ reading }) => reading),
  };
}

function joined(one: Word, other: Word): Word {
  return {
    written: one.written + other.written,
    readings: [...one.readings, ...other.readings],
  };
}

function distinct(count: number, make: () => Word): readonly Word[] {
  const words = new Map<string, Word>();
  while (words.size < count) {
    const word = make();
    if (!words.has(word.written)) words.set(word.written, word);
  }
  return [...words.values()];
}
