import type { GramPage } from './gram-index.ts';
import { fileOf } from './query/gram.ts';
import { gramsIn } from './query/gram-file.ts';
import { isWritten, weights, type Weight } from './query/weight.ts';

/**
 * Reads the index of a group as a browser will, each gram in the file where it is looked for.
 *
 * @throws Error unless it holds as much of grams of each length as the pages do
 */
export function checkGramIndex(files: readonly Uint8Array[], pages: readonly GramPage[]): void {
  const expected = [0, 0, 0, 0];
  for (const page of pages) addGrams(page, expected);
  const found = [0, 0, 0, 0];
  files.forEach((bytes, number) => {
    for (const grams of gramsIn(bytes)) {
      for (const { gram, postings } of grams) {
        if (fileOf(gram, files.length) !== number) throw indexError(`a gram in file ${number}`);
        for (const { amount } of postings) add(found, gram.length, amount);
      }
    }
  });
  if (found.join() !== expected.join()) {
    throw indexError(`weights of ${found.join(', ')}, not ${expected.join(', ')}`);
  }
}

/** By the length of grams: the sum of the weights of all grams that are found on a page. */
function addGrams({ codePoints, weights: ofCharacters }: GramPage, sums: number[]): void {
  codePoints.forEach((_, position) => {
    let weight = ofCharacters[position] ?? 0;
    for (let length = 1; length <= 3; length += 1) {
      const last = ofCharacters[position + length - 1] ?? 0;
      if (last === 0) return;
      if (!isWritten(weight as Weight) && weight === weights.besideReading) weight = last;
      if (weight !== weights.besideReading) add(sums, length, weight);
      else if (length === 3) add(sums, 4, weight);
    }
  });
}

function add(sums: number[], length: number, amount: number): void {
  sums[length - 1] = (sums[length - 1] ?? 0) + amount;
}

function indexError(what: string): Error {
  return new Error(`the index cannot be read as it was written: ${what}`);
}
