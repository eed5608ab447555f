import { commonOf, oneIn } from './chance.ts';
import { narration, phrase, speech, type Teller } from './sentences.ts';

/** What stands in a body besides its text. */
export interface BodyParts {
  /** Of the body, in code points. */
  readonly length: number;
  /** Where links lead, as they are written. */
  readonly links: readonly string[];
  /** Paths of images, as they are written. */
  readonly images: readonly string[];
}

/**
 * The Markdown of an episode: narration and dialogue in short paragraphs, with scene breaks, blank
 * lines, and now and then a heading, a list, a quotation or a note.
 *
 * @returns of the length that was asked for, give or take a sentence
 */
export function body(teller: Teller, { length, links, images }: BodyParts): string {
  const { dice } = teller;
  const extras = [
    ...images.map((path, i) => image(teller, path, i)),
    ...links.map(
      (href) => `\u3000その話は[${phraseWithoutNotation(teller)}](${href})に書いた。\n\n`,
    ),
  ];
  const blocks = oneIn(dice, 3) ? [`## ${phrase(teller)}\n\n`] : [];
  let left = length - lengthOf(blocks.join(''));
  const every = Math.floor(length / (extras.length + 1));
  let untilExtra = every;
  const add = (block: string): void => {
    blocks.push(block);
    left -= lengthOf(block);
    untilExtra -= lengthOf(block);
  };
  while (left > 0) {
    const extra = untilExtra <= 0 ? extras.shift() : undefined;
    if (extra !== undefined) {
      untilExtra += every;
      add(extra);
    } else add(left > LONGEST_BLOCK ? block(teller) : paragraph(teller, left));
  }
  // However short it is, nothing is left out.
  return [...blocks, ...extras].join('').trimEnd() + '\n';
}

/** In code points, white space and notation included. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** From here on an episode ends sentence by sentence. */
const LONGEST_BLOCK = 260;
/** Of a sentence, on the average. */
const SENTENCE = 27;

function block(teller: Teller): string {
  const { dice } = teller;
  const way = dice.below(60);
  if (way === 0) return `${dice.of(BREAKS)}\n\n`;
  if (way === 1) return `## ${phrase(teller)}\n\n`;
  if (way === 2) return `${items(teller, '- ')}\n`;
  if (way === 3) return `> ${narration(teller)}\n\n`;
  if (way === 4)
    return `\u3000${narration(teller)}**${phraseWithoutNotation(teller)}**、と呼ぶ。\n\n`;
  if (way === 5) return `\u3000看板には｜《${phraseWithoutNotation(teller)}》とあった。\n\n`;
  if (way === 6) return `${items(teller, '1. ')}\n`;
  const lines = Array.from({ length: 1 + dice.below(3) }, () => line(teller));
  return lines.join('\n') + (oneIn(dice, 12) ? '\n\n\n\n' : '\n\n');
}

function line(teller: Teller): string {
  if (teller.dice.below(5) < 2) return `「${speech(teller)}」`;
  return `\u3000${sentences(teller, 1 + teller.dice.below(3))}`;
}

/** The last one, which does not go on where half a sentence more would be too much. */
function paragraph(teller: Teller, length: number): string {
  const count = Math.max(1, Math.min(3, Math.round(length / SENTENCE)));
  return `\u3000${sentences(teller, count)}\n\n`;
}

function sentences(teller: Teller, count: number): string {
  return Array.from({ length: count }, () => narration(teller)).join('');
}

function items(teller: Teller, marker: string): string {
  const count = 2 + teller.dice.below(3);
  return Array.from({ length: count }, () => `${marker}${phrase(teller)}\n`).join('');
}

/** Every other one has a caption. */
function image(teller: Teller, path: string, index: number): string {
  const title = index % 2 === 0 ? '' : ` "${phrase(teller)}"`;
  return `![${phraseWithoutNotation(teller)}](${path}${title})\n\n`;
}

function phraseWithoutNotation({ dice, vocabulary, topics }: Teller): string {
  return `${commonOf(dice, topics).written}と${commonOf(dice, vocabulary.nouns).written}`;
}

const BREAKS = ['＊', '◇　◇　◇', '＊＊＊', '***', '※', '†'];
