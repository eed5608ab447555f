import { createDeflateCode, count, createFrequencies, type DeflateCode } from './deflate-code.ts';
import { blankTokens, writePicture } from './picture-stream.ts';
import { createShelf } from './shelf.ts';
import { createTokenizer } from './tokenize.ts';
import type { Piece } from './typesetter.ts';

/** The code that suits such cards, found in two rounds: the tokens depend on what each one costs. */
export function codeFor(samples: readonly (readonly Piece[])[]): DeflateCode {
  let code = createDeflateCode(createFrequencies());
  for (let round = 0; round < 2; round += 1) {
    const shelf = createShelf(createTokenizer(code));
    const frequencies = createFrequencies();
    for (const sample of samples) {
      writePicture(sample.map(shelf), {
        blank(length) {
          for (const token of blankTokens(length)) count(frequencies, token);
        },
        row({ starts, tokens }, row) {
          const end = starts[row + 1] ?? 0;
          for (let i = starts[row] ?? 0; i < end; i += 1) count(frequencies, tokens[i] ?? 0);
        },
      });
    }
    code = createDeflateCode(frequencies);
  }
  return code;
}
