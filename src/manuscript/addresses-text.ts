import { isMap, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import { compareTexts } from './order-texts.ts';
import { addressesVersion } from './schemas/addresses.ts';

/** An address and `<series id>/<episode id>`. */
type Line = readonly [address: string, id: string];

/**
 * The text of addresses.yaml with more addresses in it: each stands before the first that comes after
 * it, and that one's comment. Whatever stands there stays, comments too; only the version goes last.
 *
 * @param text - of what `readAddresses` has accepted, or undefined for a new file
 * @param added - none of them is in the list
 * @param language - of the comment at the head of a new file
 */
export function withAddresses(
  text: string | undefined,
  added: readonly Line[],
  language: FindingLanguage,
): string {
  return withLines(withOpenList(withVersionLast(text ?? emptyList(language))), added);
}

function emptyList(language: FindingLanguage): string {
  return `${heads[language]}addresses:\nversion: ${addressesVersion}\n`;
}

/** It tells that the file is whole. */
function withVersionLast(text: string): string {
  const lines = text.replace(/\n*$/, '').split('\n');
  const [list, version] = ['addresses:', 'version:'].map((key) =>
    lines.findIndex((line) => line.startsWith(key)),
  );
  if (list === undefined || version === undefined) return text;
  const moved = version < list ? lines.splice(version, 1) : [];
  return `${[...lines, ...moved].join('\n')}\n`;
}

/** The list as a key with nothing or with lines below it, whichever way of YAML was chosen for it. */
function withOpenList(text: string): string {
  const document = parseDocument(text);
  if (!document.has('addresses')) return text.replace(/^version:/m, 'addresses:\n$&');
  const list = document.get('addresses', true);
  if (isMap(list) && list.items.length > 0) {
    if (list.flow !== true) return text;
    list.flow = false;
    return document.toString({ lineWidth: 0 });
  }
  const [start, end] = (isMap(list) || isScalar(list) ? list.range : undefined) ?? [0, 0];
  return (text.slice(0, start) + text.slice(end)).replace(/^addresses:[^\S\n]+$/m, 'addresses:');
}

function withLines(text: string, added: readonly Line[]): string {
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter });
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => nameOf(key) === 'addresses')
    : null;
  const known = isMap(pair?.value) ? placesOf(pair.value, counter) : [];
  const lines = text.split('\n');
  const end = known.at(-1)?.end ?? lineOf(pair?.key, counter) + 1;
  const indent = /^ */.exec(lines[known[0]?.first ?? -1] ?? '  ')?.[0] ?? '';
  const places = added.map(([address, id]) => {
    const next = known.find(({ name }) => compareTexts(name, address) > 0);
    const at = next === undefined ? end : commentAbove(lines, next.first);
    return { at, address, line: `${indent}${address}: ${id}` };
  });
  // From the last one on, so that the numbers of the lines above stay right.
  for (const { at, line } of places.toSorted((a, b) => compareTexts(b.address, a.address))) {
    lines.splice(at, 0, line);
  }
  return lines.join('\n');
}

/** Where each address stands: the number of its first line, and of the line behind it, from 0. */
function placesOf(list: YAMLMap, counter: LineCounter) {
  return list.items.map(({ key, value }: Pair) => {
    const [, end] = (isScalar(value) ? value.range : undefined) ?? [0, 0];
    const last = counter.linePos(Math.max(end - 1, 0)).line - 1;
    return { name: nameOf(key), first: lineOf(key, counter), end: last + 1 };
  });
}

/** The number of the line in which a key begins, from 0. */
function lineOf(key: unknown, counter: LineCounter): number {
  const [start] = (isScalar(key) ? key.range : undefined) ?? [0];
  return counter.linePos(start).line - 1;
}

/** The first line of the comment that stands right above a line, or that line. */
function commentAbove(lines: readonly string[], line: number): number {
  return /^\s*#/.test(lines[line - 1] ?? '') ? commentAbove(lines, line - 1) : line;
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

const heads: Readonly<Record<FindingLanguage, string>> = {
  ja: `\
# 公開したアドレスの一覧です。サイトを公開するたびに npm run addresses が書き足します。
# ここにあるアドレスがどこにもつながらなくなると、サイトを書き出す前にまちがいとして知らせます。
# 公開を取りやめるときは、その行を消してください。
`,
  en: `\
# The addresses that were published. npm run addresses adds to them whenever the site is deployed.
# When one of them leads nowhere any more, that is told before the site is built.
# To withdraw one, delete its line.
`,
};
