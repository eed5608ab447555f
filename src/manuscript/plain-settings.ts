import { positionAt } from './text-position.ts';
import { type ReadSettings, WrittenNumber, type YamlSource } from './yaml-settings.ts';

/**
 * Reads settings that are nothing but lines of `key: value`, each value a number, a date, `true`,
 * `false` or a text in which no sign means anything to YAML, as those of most episodes are. What is
 * read, places included, is what `readSettings` makes of the same lines, in a twentieth of the time.
 *
 * @returns undefined for anything else, right or wrong
 */
export function readPlainSettings({ text, start, end }: YamlSource): ReadSettings | undefined {
  const yaml = text.slice(start, end);
  const settings: Record<string, unknown> = {};
  const places = new Map<string, { readonly key: number; readonly value: number }>();
  for (let offset = 0; offset < yaml.length; offset = plainLine.lastIndex) {
    plainLine.lastIndex = offset;
    const line = plainLine.exec(yaml)?.groups;
    if (line === undefined) return undefined;
    const { before = '', key = '', space = '' } = line;
    const value = valueOf(line);
    if (value === undefined || places.has(key)) return undefined;
    settings[key] = value;
    const at = start + offset + before.length;
    places.set(key, { key: at, value: at + key.length + space.length });
  }
  if (places.size === 0) return undefined;
  return {
    settings,
    findings: [],
    locate([key, ...deeper], part) {
      const place = typeof key === 'string' ? places.get(key) : undefined;
      if (place === undefined) return { line: 1, column: 1 };
      const isValue = part === 'value' && deeper.length === 0;
      return positionAt(text, isValue ? place.value : place.key);
    },
  };
}

type Line = Readonly<Partial<Record<string, string>>>;

function valueOf({ number, date, quoted, plain = '' }: Line): unknown {
  if (number !== undefined) return new WrittenNumber(Number(number), number);
  if (date !== undefined) return date;
  if (quoted !== undefined) return quoted.slice(1, -1);
  if (!special.test(plain)) return plain;
  return plain === 'true' || (plain === 'false' ? false : undefined);
}

/** The words that are no text in YAML's core schema. */
const special = /^(?:null|true|false)$/i;

/** What may stand in a text: nothing that ends it, breaks a line or might begin a comment. */
const sign = String.raw`[^\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF:#＃]`;
const first = String.raw`(?![\u00A0\u3000])(?:[A-Za-z]|(?![\u0000-\u007F])${sign})`;

// No two alternatives can match the same value, and so no line is tried in more ways than these.
const plainLine = new RegExp(
  String.raw`(?<before>\n*)(?<key>[A-Za-z]+)(?<space>: +)(?:` +
    String.raw`(?<number>\d{1,15}(?:\.\d{1,9})?)|` +
    String.raw`(?<date>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?: ?(?:Z|[+-]\d\d:\d\d))?)?)|` +
    String.raw`(?<quoted>"[^\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF"\\]*"|` +
    String.raw`'[^\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF']*')|` +
    String.raw`(?<plain>${first}(?:${sign}*(?! )${sign})?)` +
    String.raw`)(?:\n+|$)`,
  'y',
);
