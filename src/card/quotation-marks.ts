/**
 * A line with its straight quotation marks in pairs, “ ” and ‘ ’: the face draws each of them as a
 * closing one. An apostrophe, and a mark without another, stay closing.
 */
export function withPairedQuotes(line: string): string {
  return paired(line.replaceAll(/(?<![\p{sc=Latin}\p{N}])'(?=\S)([^']*\S)'/gu, '‘$1’')).replaceAll(
    "'",
    '’',
  );
}

function paired(line: string): string {
  return line.replaceAll(/"([^"]*)"/gu, '“$1”').replaceAll('"', '”');
}
