import type { BundleShape } from './bundle-index.ts';
import { GramFileWriter } from './gram-file-writer.ts';
import {
  endOfGram,
  gramAt,
  groupText,
  sortedPlaces,
  weightsOfGrams,
  type GramPage,
} from './group-text.ts';
import { besideReadings, fileOf } from './query/gram.ts';
import { weights } from './query/weight.ts';

/**
 * The grams of pages as `query/gram-file.ts` has them: for each file what this group puts in it. The
 * longest have their places; of shorter ones those of some pages, and only the amount of others.
 */
export function gramIndex(
  pages: readonly GramPage[],
  { files, gramLength }: BundleShape,
): readonly Uint8Array[] {
  const text = groupText(pages);
  const writers = Array.from({ length: files }, () => new GramFileWriter(text, gramLength));
  for (const [length, areBeside] of kindsOf(gramLength)) {
    const gramWeights = weightsOfGrams(text, length);
    const places = sortedPlaces(text, length, (place) => {
      return (gramWeights[place] === weights.besideReading) === areBeside;
    });
    for (let from = 0; from < places.length;) {
      const to = endOfGram(text, length, places, from);
      const characters = gramAt(text, places[from] ?? 0, length);
      const gram = areBeside ? besideReadings(characters) : characters;
      writers[fileOf(gram, files)]?.add(gram, { places, from, to, gramWeights });
      from = to;
    }
  }
  return writers.map((writer) => writer.finish());
}

/**
 * How many characters grams have, and whether they stand beside readings, which of shorter ones nobody
 * needs to know.
 */
function kindsOf(gramLength: 2 | 3): readonly (readonly [length: number, areBeside: boolean])[] {
  const lengths = Array.from({ length: gramLength }, (_, i) => i + 1);
  return [...lengths.map((length) => [length, false] as const), [gramLength, true]];
}
