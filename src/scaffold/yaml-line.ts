import { stringify } from 'yaml';

/** A key and its value on one line of YAML, which reads back as the same text. */
export function yamlLine(key: string, value: string): string {
  // A value that needs no quotation marks has none; one that would fill several lines has them.
  return `${key}: ${stringify(value, { lineWidth: 0, blockQuote: false }).replace(/\n$/, '')}`;
}
