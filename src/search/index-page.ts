import { foldWithPlaces } from './query/fold.ts';
import { toKeptText, type TextPiece } from './query/manifest.ts';
import { readAloud, type Readable } from './query/read-aloud.ts';
import { weights, type Weight } from './query/weight.ts';
import { beginsWithLetter, isWordStart } from './query/word-start.ts';
import type { SearchableEpisode } from './searchable-episode.ts';

/** The characters of a page of the index, by their positions. */
export interface PageCharacters {
  /** Code points; `BETWEEN` keeps apart what stands before and behind it. */
  readonly codePoints: Uint32Array;
  /** Of each character, as in `weight.ts`; 0 for `BETWEEN`. */
  readonly weights: Uint8Array;
}

/** No text holds it, since folding leaves none of it. */
export const BETWEEN = 0xffffffff;

/** An episode as it is indexed, and the text that is shown of it. */
export interface IndexPage extends PageCharacters {
  /** The text in pieces that a browser loads one of; each with its position on the page. */
  readonly pieces: readonly { readonly position: number; readonly blocks: TextPiece }[];
}

/**
 * How many characters a piece holds, but for its last block: an episode of usual length is one piece,
 * and of a very long one a reader loads no more than what is shown.
 */
export const PIECE_LENGTH = 5000;

/** Lays out an episode: its own title, then its blocks, each followed by itself as read aloud. */
export function indexPage({ title, hasOwnTitle, blocks }: SearchableEpisode): IndexPage {
  const page = new Page();
  if (hasOwnTitle) page.add(title, weights.title);
  const pieces: { position: number; blocks: ReturnType<typeof toKeptText>[] }[] = [];
  for (const block of blocks) {
    const position = page.position;
    if (!page.add(block, weights[block.kind])) continue;
    const last = pieces.at(-1);
    if (last === undefined || position - last.position >= PIECE_LENGTH) {
      pieces.push({ position, blocks: [toKeptText(block)] });
    } else {
      last.blocks.push(toKeptText(block));
    }
  }
  return { ...page.characters(), pieces };
}

/** The characters of pages, one page behind the other. */
export function joinPages(pages: readonly PageCharacters[]): PageCharacters {
  const length = pages.reduce((sum, { codePoints }) => sum + codePoints.length, 0);
  const all = { codePoints: new Uint32Array(length), weights: new Uint8Array(length) };
  let start = 0;
  for (const { codePoints, weights } of pages) {
    all.codePoints.set(codePoints, start);
    all.weights.set(weights, start);
    start += codePoints.length;
  }
  return all;
}

class Page {
  readonly #codePoints: number[] = [];
  readonly #weights: number[] = [];

  /** Where the next character stands. */
  get position(): number {
    return this.#codePoints.length;
  }

  /** @returns whether there is anything to find in it */
  add(block: Readable, weight: Weight): boolean {
    const start = this.position;
    this.#addWritten(block.text, weight);
    if (block.readings.length > 0) this.#addAloud(block, weight === weights.title);
    const isEmpty = this.#isEmptyFrom(start);
    if (isEmpty) {
      this.#codePoints.length = start;
      this.#weights.length = start;
    }
    return !isEmpty;
  }

  characters(): PageCharacters {
    return {
      codePoints: Uint32Array.from(this.#codePoints),
      weights: Uint8Array.from(this.#weights),
    };
  }

  #isEmptyFrom(start: number): boolean {
    for (let i = start; i < this.position; i += 1)
      if (this.#codePoints[i] !== BETWEEN) return false;
    return true;
  }

  /** A block as it is written. */
  #addWritten(text: string, weight: Weight): void {
    const { codePoints, starts } = foldWithPlaces(text);
    codePoints.forEach((codePoint, i) => {
      this.#addCharacter(codePoint, weightInText(codePoint, text, starts[i] ?? 0, weight));
    });
    this.#end();
  }

  /** A block as it is read aloud. */
  #addAloud(block: Readable, isTitle: boolean): void {
    const inReading = isTitle ? weights.titleReading : weights.reading;
    const { text, stretches } = readAloud(block);
    const { codePoints, starts, ends } = foldWithPlaces(text);
    let stretch = 0;
    codePoints.forEach((codePoint, i) => {
      while ((starts[i] ?? 0) >= (stretches[stretch]?.end ?? Infinity)) stretch += 1;
      const own = stretches[stretch];
      const isPlain = own !== undefined && !own.isReading && (ends[i] ?? 0) <= own.end;
      this.#addCharacter(codePoint, isPlain ? weights.besideReading : inReading);
    });
    this.#end();
  }

  #addCharacter(codePoint: string, weight: Weight): void {
    this.#codePoints.push(codePoint.codePointAt(0) ?? 0);
    this.#weights.push(weight);
  }

  #end(): void {
    this.#codePoints.push(BETWEEN);
    this.#weights.push(0);
  }
}

function weightInText(codePoint: string, text: string, place: number, weight: Weight): Weight {
  if (!beginsWithLetter(codePoint)) return weight;
  if (!isWordStart(text, place)) {
    return weight === weights.title ? weights.titleInWord : weights.text;
  }
  return weight === weights.text ? weights.wordStart : weight;
}
