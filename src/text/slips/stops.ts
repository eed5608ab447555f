import { foundIn, type Found } from './found.ts';
import type { Line } from './lines.ts';

/**
 * A full stop before 」 or 』, which publishers leave out, where a line is dialogue and nothing else.
 * In a sentence it may belong to a title or to what is quoted, as it does in a quotation and in a
 * heading. Before ）it is right; nor is a stop a slip that is itself what is said.
 */
export function stops({ prose, text, start }: Line): Found[] {
  if (!prose.isStory || !/。[」』]/u.test(text)) return [];
  const found: Found[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    const end = BLANK.test(sign) ? at : closing(text, at);
    if (end === undefined) return [];
    // Several of them stand for something else.
    if (/[^。]。$/u.test(text.slice(Math.max(at + 1, end - 2), end))) {
      const values = { bracket: text.charAt(end) };
      found.push(foundIn(prose, start + end - 1, 'stop-before-bracket', values));
    }
    at = end + 1;
  }
  return found;
}

const BLANK = /\s/u;

/** The offset of the bracket that closes the one at an offset; none where there is none. */
function closing(text: string, at: number): number | undefined {
  let depth = 0;
  BRACKETS.lastIndex = at;
  if (!OPENING.test(text.charAt(at))) return undefined;
  for (let match = BRACKETS.exec(text); match; match = BRACKETS.exec(text)) {
    depth += OPENING.test(match[0]) ? 1 : -1;
    if (depth === 0) return match.index;
  }
  return undefined;
}

const BRACKETS = /[「『」』]/gu;
const OPENING = /^[「『]$/u;
