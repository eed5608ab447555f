/** A place in a source: line and column are 1-based, columns in UTF-16 code units. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** A source with the places of its offsets (in UTF-16 code units). Lines end as Markdown's do. */
export class SourceText {
  readonly text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  place(offset: number): SourcePlace {
    this.#starts ??= [0, ...Array.from(this.text.matchAll(/\r\n|\r|\n/gu), endOf)];
    const line = countUpTo(this.#starts, offset);
    return { line, column: offset - (this.#starts[line - 1] ?? 0) + 1 };
  }
}

/** The number of ascending numbers that are at most a limit. */
export function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endOf({ 0: match, index }: RegExpExecArray): number {
  return index + match.length;
}
