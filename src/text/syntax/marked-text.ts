import type { PhrasingContent, Text } from 'mdast';
import { mayHoldMarkup } from './block-signs.ts';
import { spanIn, type Line } from './source-lines.ts';

/**
 * The nodes of a paragraph in which `**strong words**` and `[links](address)` stand and no other
 * Markdown, as the parser makes them; undefined where it is, or might be, anything else.
 *
 * @param lines - the paragraph's, none of them indented but perhaps the first
 */
export function readMarkedText(
  lines: readonly Line[],
  source: string,
): PhrasingContent[] | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const nodes: PhrasingContent[] = [];
  const textOf = (value: string, from: number): Text => {
    return { type: 'text', value, position: spanIn(lines, from, from + value.length) };
  };
  const written = source.slice(first.text, last.end);
  let behind = 0;
  for (const { 0: whole, 1: words, 2: label = '', 3: url = '', index } of written.matchAll(
    MARKED,
  )) {
    const before = written.slice(behind, index);
    if (mayHoldMarkup(before + (words ?? label)) || (before === '' && behind > 0)) return undefined;
    if (before !== '') nodes.push(textOf(before, first.text + behind));
    const from = first.text + index;
    const position = spanIn(lines, from, from + whole.length);
    nodes.push(
      words === undefined
        ? { type: 'link', title: null, url, children: [textOf(label, from + 1)], position }
        : { type: 'strong', children: [textOf(words, from + 2)], position },
    );
    behind = index + whole.length;
  }
  const rest = written.slice(behind);
  if (mayHoldMarkup(rest)) return undefined;
  if (rest !== '') nodes.push(textOf(rest, first.text + behind));
  return nodes;
}

// Beside these letters and digits a mark means the same to all dialects: it opens where nothing is
// open, and closes what is.
const LETTER = '[0-9A-Za-zぁ-ゖァ-ヺ一-鿿]';
const MARKED = new RegExp(
  String.raw`\*\*(${LETTER}(?:[^*[\]]*${LETTER})?)\*\*|(?<!!)\[([^*[\]^]+)\]\(([-\w./#?=:%]+)\)`,
  'gu',
);
