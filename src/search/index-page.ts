import { foldText, foldWithPlaces } from './query/fold.ts';
import { toKeptText, type TextPiece } from './query/manifest.ts';
import { readAloud, type Readable } from './query/read-aloud.ts';
import { pageEnd, pairToken } from './query/token.ts';
import { weightAttribute, weights, type Weight } from './query/weight.ts';
import { beginsWithLetter, isWordStart } from './query/word-start.ts';
import type { SearchableEpisode } from './searchable-episode.ts';

/** An episode as Pagefind is given it, and the text that is shown of it. */
export interface IndexPage {
  /** HTML whose text are the words of the index. */
  readonly html: string;
  /** How many words are indexed: without those that only keep blocks apart. */
  readonly words: number;
  /** The text in pieces that a browser loads one of; each with its position on the page, in words. */
  readonly pieces: readonly { readonly position: number; readonly blocks: TextPiece }[];
}

/**
 * How many words a piece holds, but for its last block: an episode of usual length is one piece, and
 * of a very long one a reader loads no more than what is shown.
 */
const PIECE_WORDS = 5000;

/** Lays out an episode: its own title, then its blocks, each followed by itself as read aloud. */
export function indexPage({ title, hasOwnTitle, blocks }: SearchableEpisode): IndexPage {
  const page = new Page();
  if (hasOwnTitle) page.add(title, weights.title);
  const pieces: { position: number; blocks: TextPiece }[] = [];
  let piece: TextPiece = [];
  for (const block of blocks) {
    if (foldText(block.text + readAloud(block).text) === '') continue;
    const last = pieces.at(-1);
    if (last === undefined || page.position - last.position >= PIECE_WORDS) {
      piece = [];
      pieces.push({ position: page.position, blocks: piece });
    }
    piece = [...piece, toKeptText(block)];
    pieces.splice(-1, 1, { position: pieces.at(-1)?.position ?? 0, blocks: piece });
    page.add(block, weights[block.kind]);
  }
  return { html: page.html(), words: page.words, pieces };
}

class Page {
  /** Where the next word stands. */
  position = 0;
  words = 1;
  readonly #blocks: string[] = [];

  add(block: Readable, weight: Weight): void {
    this.#addBlock(writtenWords(block.text, weight));
    if (block.readings.length > 0) this.#addBlock(aloudWords(block, weight === weights.title));
  }

  /** Pagefind takes a language it does not know as it is: no segments, no stems. */
  html(): string {
    const blocks = [...this.#blocks, `<p>${pageEnd} -</p>`];
    return `<html lang="zxx"><body>${blocks.join('\n')}</body></html>`;
  }

  #addBlock(words: readonly (readonly [token: string, weight: Weight])[]): void {
    const runs: string[] = [];
    for (let from = 0; from < words.length;) {
      const weight = words[from]?.[1] ?? weights.text;
      const end = words.findIndex((one, i) => i > from && one[1] !== weight);
      const run = words.slice(from, end < 0 ? words.length : end);
      const tokens = run.map(([token]) => token).join(' ');
      runs.push(`<span data-pagefind-weight="${weightAttribute(weight)}">${tokens}</span>`);
      from += run.length;
    }
    // A mark without letters takes a place and is no word: what follows is no neighbour.
    this.#blocks.push(`<p>${runs.join(' ')} -</p>`);
    this.words += words.length;
    this.position += words.length + 1;
  }
}

/** The words of a block as it is written. */
function writtenWords(text: string, weight: Weight): readonly (readonly [string, Weight])[] {
  const { codePoints, starts } = foldWithPlaces(text);
  return codePoints.map((codePoint, i) => {
    const token = pairToken(codePoint, codePoints[i + 1]);
    if (!beginsWithLetter(codePoint)) return [token, weight];
    if (!isWordStart(text, starts[i] ?? 0)) {
      return [token, weight === weights.title ? weights.titleInWord : weights.text];
    }
    return [token, weight === weights.text ? weights.wordStart : weight];
  });
}

/** The words of a block as it is read aloud. */
function aloudWords(block: Readable, isTitle: boolean): readonly (readonly [string, Weight])[] {
  const inReading = isTitle ? weights.titleReading : weights.reading;
  const beforeReading = isTitle ? weights.beforeTitleReading : weights.beforeReading;
  const { text, stretches } = readAloud(block);
  const { codePoints, starts, ends } = foldWithPlaces(text);
  let stretch = 0;
  /** By code point: the stretch that it is of, unless it is of a reading as well. */
  const plain = codePoints.map((_, i) => {
    while ((starts[i] ?? 0) >= (stretches[stretch]?.end ?? Infinity)) stretch += 1;
    const own = stretches[stretch];
    return own === undefined || own.isReading || (ends[i] ?? 0) > own.end ? undefined : stretch;
  });
  return codePoints.map((codePoint, i) => {
    const next = codePoints[i + 1];
    const isBeside = next === undefined || plain[i + 1] === plain[i];
    const weight =
      plain[i] === undefined ? inReading : isBeside ? weights.besideReading : beforeReading;
    return [pairToken(codePoint, next), weight];
  });
}
