import { type ReadSettings, WrittenNumber } from './yaml-settings.ts';

/**
 * Reads addresses.yaml as `npm run addresses` writes it, with comments between its lines. What is
 * read, places included, is what a parser of YAML makes of it; that one compares each key with every
 * other, and so takes a hundred times as long for a list that is ten times as long.
 *
 * @returns undefined for anything else, right or wrong
 */
export function readPlainAddresses(text: string): ReadSettings | undefined {
  const lines = text.replace(/\n+$/, '').split('\n');
  const start = lines.findIndex((line) => !comment.test(line));
  const last = lines.length - 1;
  const version = /^version: (\d{1,9})$/.exec(lines[last] ?? '')?.[1];
  if (lines[start] !== 'addresses:' || version === undefined) return undefined;

  const addresses: Record<string, string> = {};
  const places = new Map<string, Place>();
  let indent: string | undefined;
  for (let index = start + 1; index < last; index += 1) {
    const line = lines[index] ?? '';
    if (comment.test(line)) continue;
    const [, before = '', address = '', id = ''] = addressLine.exec(line) ?? [];
    indent ??= before;
    if (address === '' || before !== indent || places.has(address)) return undefined;
    addresses[address] = id;
    const key = indent.length + 1;
    places.set(address, { line: index + 1, key, value: line.length - id.length + 1 });
  }
  if (places.size === 0) return undefined;
  const settings = { addresses, version: new WrittenNumber(Number(version), version) };
  const [first = { line: 0, key: 0 }] = places.values();
  const top = new Map<PropertyKey, Place>([
    ['addresses', { line: start + 1, key: 1, value: { line: first.line, column: first.key } }],
    ['version', { line: last + 1, key: 1, value: 'version: '.length + 1 }],
  ]);
  return {
    settings,
    findings: [],
    locate([name, address, ...deeper], part) {
      const own = name === undefined ? undefined : top.get(name);
      if (own === undefined) return { line: 1, column: 1 };
      const inner =
        name === 'addresses' && typeof address === 'string' ? places.get(address) : undefined;
      const isWhole = deeper.length === 0 && (address === undefined || inner !== undefined);
      return placeOf(inner ?? own, isWhole ? part : 'key');
    },
  };
}

interface Place {
  readonly line: number;
  /** The columns of the key and of the value, or the value's place on another line. */
  readonly key: number;
  readonly value: number | { readonly line: number; readonly column: number };
}

function placeOf({ line, key, value }: Place, part: 'key' | 'value') {
  if (part === 'key') return { line, column: key };
  return typeof value === 'number' ? { line, column: value } : value;
}

const comment = /^ *(?:#[^\p{Cc}\u2028\u2029\uFEFF]*)?$/u;

const name = String.raw`[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_-]*`;
const addressLine = new RegExp(`^( +)(/${name}/${name}/): (${name}/${name})$`, 'u');
