import { placeholders } from '#src/manuscript/manuscript.ts';
import type { Names } from './announcement.ts';
import { withoutLinks } from './clean-text.ts';

/** `url` is empty where the address stands elsewhere. */
export type Values = Names & { readonly url: string };

/**
 * A template with its placeholders filled in. One that stands for nothing goes with the brackets
 * directly around it, and with the spaces and punctuation that part it from what stands before it
 * on its line, or from what follows where nothing does; a line that held nothing else goes, too.
 * The address has white space or a bracket around it, so that nothing becomes a part of it.
 */
export function fillTemplate(template: string, values: Values): string {
  const parts = template.split(pattern);
  let before: Begun = { filled: '', own: parts[0] ?? '' };
  for (let index = 1; index < parts.length; index += 2) {
    const name = placeholders.find((known) => known === parts[index]);
    if (name === undefined) throw new Error(`no placeholder ${parts[index] ?? ''}`);
    const own = parts[index + 1] ?? '';
    if (values[name] === '') {
      before = joined(before, own);
    } else if (name === 'url') {
      before = { filled: withRoom(before, values.url, own), own };
    } else {
      const gap = before.own === '' && isAddress(before.filled, values.url) ? ' ' : '';
      before = { filled: before.filled + before.own + gap + withoutLinks(values[name]), own };
    }
  }
  return (before.filled + before.own).trim();
}

/** A text as far as it is filled in: up to the last name that stands for something, and beyond. */
interface Begun {
  readonly filled: string;
  /** The template's own words behind it, which alone may be taken away. */
  readonly own: string;
}

const pattern = new RegExp(`\\{(${placeholders.join('|')})\\}`);

/** What stands around a name that stands for nothing. */
function joined({ filled, own }: Begun, following: string): Begun {
  let [start, end] = [own, following];
  while (brackets.has(start.slice(-1) + end.slice(0, 1))) {
    start = start.slice(0, -1);
    end = end.slice(1);
  }
  const lineStart = start.lastIndexOf('\n') + 1;
  const line = start.slice(lineStart);
  const kept = line.replace(separatorsAtEnd, '');
  const isLineBegun = kept !== '' || (lineStart === 0 && !/(?:^|\n)$/.test(filled));
  if (isLineBegun) return { filled, own: start.slice(0, lineStart) + kept + end };
  const rest = end.replace(separatorsAtStart, '');
  return { filled, own: start.slice(0, lineStart) + rest.replace(/^\n/, '') };
}

const brackets = new Set([
  '「」',
  '『』',
  '【】',
  '（）',
  '()',
  '［］',
  '[]',
  '〈〉',
  '《》',
  '“”',
  '""',
]);
const separatorsAtEnd = /[^\S\n]*[,，、:：;；・\-–—―/／|｜~〜～]*[^\S\n]*$/u;
const separatorsAtStart = /^[^\S\n]*[,，、:：;；・\-–—―/／|｜~〜～]*[^\S\n]*/u;

/** The address behind what stands before it, parted from that and from what is to follow. */
function withRoom({ filled, own }: Begun, address: string, following: string): string {
  const before = filled + own;
  const gapBefore = before === '' || /[\s「『【（［〈《]$/u.test(before) ? '' : ' ';
  const gapAfter = following === '' || /^[\s」』】）］〉》]/u.test(following) ? '' : ' ';
  return before + gapBefore + address + gapAfter;
}

function isAddress(filled: string, address: string): boolean {
  return address !== '' && filled.endsWith(address);
}
