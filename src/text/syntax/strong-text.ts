import type { PhrasingContent, Text } from 'mdast';
import { mayHoldMarkup } from './block-signs.ts';
import { spanIn, type Line } from './source-lines.ts';

/**
 * The nodes of a paragraph in which words stand between `**` and no other Markdown is, as the parser
 * makes them; undefined where it is, or might be, anything else.
 *
 * @param lines - the paragraph's, none of them indented but perhaps the first
 */
export function readStrong(lines: readonly Line[], source: string): PhrasingContent[] | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const written = source.slice(first.text, last.end);
  // Alternately outside and inside: a mark before a letter opens where nothing is open, and one
  // behind a letter closes what is.
  const parts = written.split(MARK);
  if (parts.length % 2 === 0 || written.includes('***')) return undefined;
  if (!parts.every((part, i) => isPlain(part, i % 2 === 1))) return undefined;
  const nodes: PhrasingContent[] = [];
  let from = first.text;
  parts.forEach((value, i) => {
    const end = from + value.length;
    const text: Text = { type: 'text', value, position: spanIn(lines, from, end) };
    if (i % 2 === 1) {
      const position = spanIn(lines, from - MARK.length, end + MARK.length);
      nodes.push({ type: 'strong', children: [text], position });
    } else if (value !== '') {
      nodes.push(text);
    }
    from = end + MARK.length;
  });
  return nodes;
}

const MARK = '**';

function isPlain(part: string, isInside: boolean): boolean {
  return !mayHoldMarkup(part) && (!isInside || WORDS.test(part));
}

/** What begins and ends with a letter or digit beside which a mark means the same to all dialects. */
const WORDS = /^[0-9A-Za-zぁ-ゖァ-ヺ一-鿿](?:[^]*[0-9A-Za-zぁ-ゖァ-ヺ一-鿿])?$/u;
