import type { Values } from './wording.ts';

/**
 * What to write in which file, as a sentence without its stop. The values are `line`, `replaces` (the
 * key that is there already, with another value) and `id` (a second line), the last two where they
 * apply.
 *
 * @param file - the value that names the file
 */
export function inJapanese(v: Values, file: string): string {
  const where = v(file).endsWith('.md') ? 'の先頭の設定に' : 'に';
  const line = v.has('replaces')
    ? `「${v(file)}」の「${v('replaces')}:」を「${v('line')}」に`
    : `「${v(file)}」${where}「${v('line')}」`;
  if (!v.has('id')) return `${line}${v.has('replaces') ? 'して' : 'と書いて'}ください`;
  return `${line}${v.has('replaces') ? 'し、' : ''}「${v('id')}」と書いてください（id がもうあれば、こう直します）`;
}

/** The same in English, as an order that begins with a small letter. */
export function inEnglish(v: Values, file: string): string {
  const where = v(file).endsWith('.md') ? ' among the settings at its top' : '';
  const line = v.has('replaces')
    ? `put “${v('line')}” in place of the present “${v('replaces')}”`
    : `write “${v('line')}”${where}`;
  return v.has('id') ? `${line}, and “${v('id')}” (in place of any id that is there)` : line;
}
