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
  let text = parts[0] ?? '';
  for (let index = 1; index < parts.length; index += 2) {
    const name = placeholders.find((known) => known === parts[index]);
    if (name === undefined) throw new Error(`no placeholder ${parts[index] ?? ''}`);
    const following = parts[index + 1] ?? '';
    if (values[name] === '') text = joinAround(text, following);
    else if (name === 'url') text = withAddress(text, values.url, following);
    else text += withoutLinks(values[name]) + following;
  }
  return text.trim();
}

const pattern = new RegExp(`\\{(${placeholders.join('|')})\\}`);

function joinAround(before: string, after: string): string {
  let [start, end] = [before, after];
  while (brackets.has(start.slice(-1) + end.slice(0, 1))) {
    start = start.slice(0, -1);
    end = end.slice(1);
  }
  const line = start.slice(start.lastIndexOf('\n') + 1);
  const kept = line.replace(separatorsAtEnd, '');
  if (kept !== '') return start.slice(0, start.length - line.length) + kept + end;
  const rest = end.replace(separatorsAtStart, '');
  const isLineEmpty = rest === '' || rest.startsWith('\n');
  return start.slice(0, start.length - line.length) + (isLineEmpty ? rest.slice(1) : rest);
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

function withAddress(before: string, address: string, after: string): string {
  const gapBefore = before === '' || /[\s「『【（［〈《]$/u.test(before) ? '' : ' ';
  const gapAfter = after === '' || /^[\s」』】）］〉》]/u.test(after) ? '' : ' ';
  return before + gapBefore + address + gapAfter + after;
}
