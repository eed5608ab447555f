import type { Dice } from '#tests/support/dice.ts';
import { commonOf, oneIn } from './chance.ts';
import { glossed, noted } from './notation.ts';
import { adjectives, ending, intransitive, transitive, type Verb, type VerbForm } from './verbs.ts';
import type { Vocabulary, Word } from './vocabulary.ts';

/** What a story is told with. */
export interface Teller {
  readonly dice: Dice;
  readonly vocabulary: Vocabulary;
  /** Those of this story, which it comes back to. */
  readonly topics: readonly Word[];
  /** The characters, as they are called. */
  readonly people: readonly string[];
  readonly places: readonly Word[];
}

/** A sentence that tells something, with its full stop. */
export function narration(teller: Teller): string {
  return new Sentence(teller).tell(teller.dice.of(NARRATION));
}

/** What somebody says, without brackets. */
export function speech(teller: Teller): string {
  return new Sentence(teller).tell(teller.dice.of(SPEECH));
}

/** A few words, such as a heading has. */
export function phrase(teller: Teller): string {
  return new Sentence(teller).tell(teller.dice.of(PHRASES));
}

// A sign for each thing that is put in; everything else is written as it stands.
//   N noun, P place, H person, K katakana, A adjective before a noun, S adjective ending a sentence,
//   T V W verb that does something to a thing: て, past, plain; I J L one that does not: the same;
//   X Y polite, and what was not done, O its wish, F its condition; R adverb, C conjunction,
//   M number, D day, E end of a sentence
const NARRATION = [
  'HはNをT、Pの方へJ。',
  'C、HはAN をV。',
  'ANが、RJ。',
  'Pには、NとNとがRI いた。',
  'NのNは、まだS。',
  'D、HはPでKのNをT、NをV。',
  'HがNをWまで、誰もY。',
  'NがFば、NもまたL。そういうものだとHは思う。',
  'RJ のは、NではなくKだった。',
  'MのNが、PのNにI いる。',
  'Hの声はAN に似て、RI は、またJ。',
  'C、NはJ。NもJ。HだけがI いた。',
  'Pを出ると、AN の匂いがした。',
  'NをW者と、NをT 生きる者とがいる。',
  'HはNのことをRV。それからKを一つT、窓をV。',
  'もしNがL のなら、HはNをV だろう。',
  'Nに触れたNは、RI、二度とY。',
  'それはNであり、Nであり、結局はKでしかない。',
  'HとHはMのNをT、Pまでの道をRJ。',
  '古いNの裏に、KのNがI いた――DのNである。',
  'Rだった。Nが、J……。',
  'NからPまでは、Mの道のりだとKには書いてある。',
];

const SPEECH = [
  'NをV のは、H、あなたでしょうE',
  'C、NはSですよE',
  'Pへ行けば、NがL と聞きました',
  'KのNなら、もうV',
  'HさんはNをW んですかE',
  'いいえ、NではなくNですE',
  'R、Nを見せてくださいE',
  'D までに、MのNをX',
  'ええ、NもKもX。けれど、HはX',
  'NはどこE　Pに置いたはずなんだE',
  'O。Nが来る前に',
  'HE　NがL E',
  'Nだなんて、KのNみたいだE',
  'それがN……というものだそうです',
];

const PHRASES = [
  'ANのN',
  'NとN',
  'PのN',
  'HのN',
  'NをW人',
  'KのN',
  'AN',
  'N、Nのち',
  'MのN',
  'PへL',
];

const ADVERBS = [
  'ゆっくりと',
  'ふいに',
  'そっと',
  'いつまでも',
  'ようやく',
  'かすかに',
  'まっすぐに',
  'とうとう',
  'ひとりで',
  '何度も',
  'もう一度',
  'すぐに',
];
const CONJUNCTIONS = [
  'けれども',
  'それでも',
  'やがて',
  'だから',
  'ところが',
  'そのうえ',
  'つまり',
  'あるいは',
  'もちろん',
  '気がつくと',
];
const COUNTERS = ['人', '本', '枚', '年', '番目', '通', '日', '里', '匹', '度目'];
const DIGITS = ['一', '二', '三', '五', '七', '十', '百', '12', '24', '36', '100', '7', '１５'];
const DAYS = [
  'あくる朝',
  'その夜',
  '12月24日',
  '11月7日の朝',
  '夜明け前',
  '昼過ぎ',
  '三年前',
  '月のない晩',
  '午後10時',
  '翌日',
];
const SHOUTS = ['', '', '', '！', '？', '！？', '！！', '……', '？'];

class Sentence {
  readonly #teller: Teller;
  #text = '';

  constructor(teller: Teller) {
    this.#teller = teller;
  }

  tell(pattern: string): string {
    for (const sign of pattern.replaceAll(' ', '')) this.#text += this.#fill(sign);
    return this.#text;
  }

  #fill(sign: string): string {
    const { dice, vocabulary, people, places } = this.#teller;
    switch (sign) {
      case 'N':
        return this.#noun();
      case 'P':
        return noted(dice, commonOf(dice, places), this.#text);
      case 'H':
        return dice.of(people);
      case 'K':
        return commonOf(dice, vocabulary.katakana);
      case 'A':
      case 'S':
        return this.#adjective();
      case 'M':
        return dice.of(DIGITS) + dice.of(COUNTERS);
      case 'R':
        return dice.of(ADVERBS);
      case 'C':
        return dice.of(CONJUNCTIONS);
      case 'D':
        return dice.of(DAYS);
      case 'E':
        return dice.of(SHOUTS);
      default: {
        const form = FORMS[sign];
        return form === undefined ? sign : this.#verb(form.verbs, form.form);
      }
    }
  }

  /** Half of them are what the story is about. */
  #noun(): string {
    const { dice, vocabulary, topics } = this.#teller;
    const word = commonOf(dice, oneIn(dice, 2) ? topics : vocabulary.nouns);
    return oneIn(dice, 150)
      ? glossed(word, commonOf(dice, vocabulary.katakana))
      : noted(dice, word, this.#text);
  }

  #adjective(): string {
    const { dice } = this.#teller;
    const [written, reading, kana] = dice.of(adjectives);
    return noted(dice, { written, readings: [reading] }, this.#text) + kana + 'い';
  }

  #verb(verbs: readonly Verb[], form: VerbForm): string {
    const { dice } = this.#teller;
    const verb = commonOf(dice, verbs);
    const stem = { written: verb.kanji, readings: [verb.reading] };
    return noted(dice, stem, this.#text) + ending(verb, form);
  }
}

const FORMS: Readonly<Record<string, { verbs: readonly Verb[]; form: VerbForm }>> = {
  T: { verbs: transitive, form: 'te' },
  V: { verbs: transitive, form: 'past' },
  W: { verbs: transitive, form: 'plain' },
  I: { verbs: intransitive, form: 'te' },
  J: { verbs: intransitive, form: 'past' },
  L: { verbs: intransitive, form: 'plain' },
  X: { verbs: intransitive, form: 'masu' },
  Y: { verbs: transitive, form: 'was-not' },
  O: { verbs: intransitive, form: 'let-us' },
  F: { verbs: intransitive, form: 'if' },
};
