import type { Position } from './text-position.ts';

/**
 * Where in a file (lines end in LF) a place in a text stands that is the value of a setting: in the
 * lines below `|`, or in the value's own line. Where YAML has folded the text or read escapes in
 * it, the start of the value is as near as can be told.
 */
export function placeInValue(
  file: string,
  start: Position,
  text: string,
  place: Position,
): Position {
  const lines = file.split('\n').slice(start.line - 1);
  const written = text.split('\n')[place.line - 1] ?? '';
  const first = lines[0]?.slice(start.column - 1) ?? '';
  if (/^\|[-+]?\s*(?:#|$)/.test(first)) {
    const line = lines[place.line] ?? '';
    return line.endsWith(written)
      ? {
          line: start.line + place.line,
          column: line.length - written.length + place.column,
        }
      : start;
  }
  const at = text === written ? first.indexOf(written) : -1;
  return at === -1 ? start : { line: start.line, column: start.column + at + place.column - 1 };
}
