import type { Reading, SearchBlock } from '#src/text/forms/search-text.ts';
import { joinedText } from '#src/text/plain-text.ts';
import type { PreparedText } from '#src/text/prepare.ts';

/** A text as it is shown, whatever shows it. */
export interface StoredText {
  /** Base text, a line a block. */
  readonly text: string;
  /** Undefined where the site says more of what is shown than where links lead. */
  readonly forms: PreparedText['forms'];
  /** Undefined where the text has to be read again for it. */
  readonly searchBlocks: () => PreparedText['searchBlocks'];
}

/** A text as it is kept: plain data. What is searched takes its words from the text. */
export interface ShelvedText extends Pick<StoredText, 'text' | 'forms'> {
  readonly blocks: ShelvedBlocks | undefined;
}

interface ShelvedBlocks {
  /** Of all blocks, as `joinedText` has it; undefined where it is that of the whole text. */
  readonly text: string | undefined;
  /** UTF-16 code units of each block's text. */
  readonly lengths: readonly number[];
  /** Which of the blocks are headings: their places in the list. */
  readonly headings: readonly number[];
  /** Three of each reading: its block's place in the list, and its start and end in that block's text. */
  readonly bases: readonly number[];
  readonly readings: readonly string[];
}

/** What is kept of a text whose base text this is. */
export function toShelved({
  text,
  forms,
  searchBlocks,
}: Pick<PreparedText, 'forms' | 'searchBlocks'> & { readonly text: string }): ShelvedText {
  return { text, forms, blocks: searchBlocks && shelvedBlocks(searchBlocks, text) };
}

export function fromShelved({ text, forms, blocks }: ShelvedText): StoredText {
  return { text, forms, searchBlocks: () => blocks && searchBlocks(blocks, text) };
}

function shelvedBlocks(blocks: readonly SearchBlock[], whole: string): ShelvedBlocks {
  const text = joinedText(blocks);
  return {
    text: text === whole ? undefined : text,
    lengths: blocks.map((block) => block.text.length),
    headings: blocks.flatMap(({ kind }, i) => (kind === 'heading' ? [i] : [])),
    bases: blocks.flatMap(({ readings }, i) =>
      readings.flatMap(({ start, end }) => [i, start, end]),
    ),
    readings: blocks.flatMap(({ readings }) => readings.map(({ reading }) => reading)),
  };
}

function searchBlocks(
  { text, lengths, headings, bases, readings }: ShelvedBlocks,
  whole: string,
): readonly SearchBlock[] {
  const joined = text ?? whole;
  const isHeading = new Set(headings);
  const readingsOf = Array.from(lengths, (): Reading[] => []);
  for (const [i, reading] of readings.entries()) {
    const [block = 0, start = 0, end = 0] = bases.slice(3 * i, 3 * i + 3);
    readingsOf[block]?.push({ start, end, reading });
  }
  let at = 0;
  return lengths.map((length, i) => {
    const start = at;
    at += length + 1;
    return {
      kind: isHeading.has(i) ? 'heading' : 'text',
      text: joined.slice(start, start + length),
      readings: readingsOf[i] ?? [],
    };
  });
}
