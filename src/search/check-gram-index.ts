import type { BundleShape } from './bundle-index.ts';
import type { GramPage } from './group-text.ts';
import { BESIDE_LENGTH, fileOf } from './query/gram.ts';
import { gramsIn } from './query/gram-file.ts';
import { isWritten, weights, type Weight } from './query/weight.ts';

/**
 * Reads the index of a group as a browser will, each gram in the file where it is looked for.
 *
 * @throws Error unless it holds as much of grams of each length as the pages do
 */
export function checkGramIndex(
  files: readonly Uint8Array[],
  pages: readonly GramPage[],
  { gramLength }: Pick<BundleShape, 'gramLength'>,
): void {
  const expected = [0, 0, 0, 0];
  for (const page of pages) addGrams(page, gramLength, expected);
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
function addGrams(
  { codePoints, weights: ofCharacters }: GramPage,
  gramLength: number,
  sums: number[],
): void {
  codePoints.forEach((_, position) => {
    let weight = ofCharacters[position] ?? 0;
    for (let length = 1; length <= gramLength; length += 1) {
      const last = ofCharacters[position + length - 1] ?? 0;
      if (last === 0) return;
      if (!isWritten(weight as Weight) && weight === weights.besideReading) weight = last;
      if (weight !== weights.besideReading) add(sums, length, weight);
      else if (length === gramLength) add(sums, BESIDE_LENGTH, weight);
    }
  });
}

function add(sums: number[], length: number, amount: number): void {
  sums[length - 1] = (sums[length - 1] ?? 0) + amount;
}

function indexError(what: string): Error {
  return new Error(`the index cannot be read as it was written: ${what}`);
}
