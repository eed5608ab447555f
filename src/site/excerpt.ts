import { countGraphemes } from '#src/story/length.ts';

const sentence = /.*?(?:[。！？][」』）]*|[.!?][)”"’']*(?=\s|$)\s*|$)/gu;
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/**
 * The beginning of a text: as many whole sentences as fit, or one that is cut.
 *
 * @param text - plain text
 * @param limit - in graphemes
 */
export function excerpt(text: string, limit: number): string {
  const line = beginning(text, limit);
  let taken = '';
  for (const [next] of line.matchAll(sentence)) {
    if (countGraphemes(taken + next.trimEnd()) > limit) break;
    taken += next;
  }
  return taken === '' ? cut(line, limit) : taken.trim();
}

/** As much of a text as decides its excerpt, in one line: all of it, or more than would fit. */
function beginning(text: string, limit: number): string {
  for (let length = 100 + 2 * limit; length < text.length; length *= 4) {
    const line = inOneLine(text.slice(0, length));
    if (countGraphemes(line) > limit) return line;
  }
  return inOneLine(text);
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

// Between two words where there is a space to cut at, and anywhere in Japanese.
function cut(line: string, limit: number): string {
  let start = '';
  let count = 0;
  for (const { segment } of graphemes.segment(line)) {
    count += 1;
    if (count < limit) start += segment;
    if (count > limit) break;
  }
  if (count <= limit) return line;
  return `${start.replace(/(?<=[\p{L}\p{N}].*)\s+[\p{Script=Latin}\p{Script=Cyrillic}\p{N}’'-]*$/u, '')}…`;
}
