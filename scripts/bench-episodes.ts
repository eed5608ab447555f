/**
 * Episodes such as a web novel has, made up of its words and always the same ones: narration and
 * dialogue with ruby in every notation, dots, numbers, marks, blank lines, a heading and scene breaks.
 *
 * @param count - how many
 * @param length - of each, in UTF-16 code units; the last scene may make it a paragraph longer
 */
export function benchEpisodes(count: number, length: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => episode(new Dice(i + 1), length));
}

function episode(dice: Dice, length: number): string {
  let source = `## 第${String(dice.below(40) + 1)}話\u3000${dice.of(TITLES)}\n\n`;
  let scene = 0;
  while (source.length < length) {
    source += block(dice);
    if (source.length < (length / 3) * (scene + 1)) continue;
    source += dice.of(SCENE_BREAKS);
    scene += 1;
  }
  return source;
}

function block(dice: Dice): string {
  const lines = Array.from({ length: 1 + dice.below(3) }, () =>
    dice.below(5) < 2 ? `「${sentence(dice)}${dice.of(SHOUTS)}」` : `\u3000${narration(dice)}`,
  );
  return lines.join('\n') + (dice.below(12) === 0 ? '\n\n\n\n' : '\n\n');
}

function narration(dice: Dice): string {
  return Array.from({ length: 1 + dice.below(3) }, () => `${sentence(dice)}。`).join('');
}

function sentence(dice: Dice): string {
  return Array.from({ length: 1 + dice.below(3) }, () => clause(dice)).join('、');
}

function clause(dice: Dice): string {
  const subject = noun(dice) + dice.of(PARTICLES);
  const rest = dice.below(9) === 0 ? dice.of(PHRASES) : noun(dice) + dice.of(PREDICATES);
  return (dice.below(4) === 0 ? dice.of(OPENINGS) : '') + subject + rest;
}

function noun(dice: Dice): string {
  const [base, reading] = dice.of(NOUNS);
  const way = dice.below(40);
  if (way < 6) return `${base}《${reading}》`;
  if (way === 6) return `｜${base}たち《${reading}たち》`;
  if (way === 7) return `{${base}|${reading}}`;
  if (way === 8) return `《《${base}》》`;
  return way < 12 ? dice.of(NUMBERS) + base : base;
}

/** A small generator of pseudo-random numbers (mulberry32). */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 0x9e3779b9;
  }

  /** A whole number from 0 up to `limit`, without it. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  of<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to choose from');
    return item;
  }
}

const TITLES = [
  '旅立《たびだ》ち',
  '霧の港',
  '｜星読み《ほしよみ》の塔',
  '約束',
  '十年後の手紙',
] as const;

const NOUNS = [
  ['騎士', 'きし'],
  ['魔導書', 'まどうしょ'],
  ['灯台', 'とうだい'],
  ['図書館', 'としょかん'],
  ['少女', 'しょうじょ'],
  ['硝子', 'がらす'],
  ['黄昏', 'たそがれ'],
  ['羅針盤', 'らしんばん'],
  ['老人', 'ろうじん'],
  ['歯車', 'はぐるま'],
  ['桜並木', 'さくらなみき'],
  ['手紙', 'てがみ'],
  ['教室', 'きょうしつ'],
  ['懐中時計', 'かいちゅうどけい'],
  ['坂道', 'さかみち'],
  ['竜', 'りゅう'],
] as const;

const PARTICLES = [
  'は',
  'が',
  'を見て',
  'のそばで',
  'と一緒に',
  'から少し離れて',
  'に向かって',
] as const;

const PREDICATES = [
  'を静かに拾い上げた',
  'の前で立ち止まった',
  'のことばかり考えていた',
  'へ駆けていった',
  'をまだ覚えている',
  'と小さく呟いた',
  'の扉をゆっくりと押し開けた',
  'について何も知らなかった',
] as const;

const PHRASES = [
  'やがて雨になった',
  '誰も口をひらかなかった',
  'そんなはずはないと首を振った',
  '遠くで鐘が鳴っていた……',
  '――それが始まりだった',
] as const;

const OPENINGS = [
  'それでも',
  'ふと',
  '気がつくと',
  'あの夜、',
  'しばらくして',
  'もちろん',
] as const;
const NUMBERS = ['12月の', '25番目の', '3人の', '100年前の', '二つ目の', '午後10時の'] as const;
const SHOUTS = ['', '', '！', '！？', '！！', '……', '？'] as const;
const SCENE_BREAKS = ['＊\n\n', '***\n\n', '◇　◇　◇\n\n', '\n\n'] as const;
