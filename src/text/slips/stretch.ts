/**
 * A text that Markdown has read from a stretch of a source, and where in the source each of its
 * code units was written: behind escapes, as character references, and over lines that begin with
 * the signs of a quotation or a list. Nothing is computed before a place is asked for.
 */
export class Stretch {
  readonly #value: string;
  readonly #source: string;
  readonly #from: number;
  #offsets: readonly number[] | undefined;

  constructor(value: string, source: string, from: number) {
    this.#value = value;
    this.#source = source;
    this.#from = from;
  }

  /** The offset in the source of the text's code unit at an index. */
  offset(index: number): number {
    this.#offsets ??= this.#source.startsWith(this.#value, this.#from)
      ? []
      : aligned(this.#value, this.#source, this.#from);
    return this.#offsets[index] ?? this.#from + index;
  }
}

function aligned(value: string, source: string, from: number): number[] {
  const offsets: number[] = [];
  let at = from;
  for (let i = 0; i < value.length; i += 1) {
    const unit = value.charAt(i);
    // At the head of a line, what indents it or quotes it is not in the text.
    while (/[ \t>]/.test(source.charAt(at)) && source[at] !== unit) at += 1;
    const reference = source.charAt(at) === '&' ? referenceAt(source, at) : '';
    if (reference !== '' && !value.startsWith(reference, i)) {
      offsets.push(at);
      if (isLead(unit)) {
        offsets.push(at);
        i += 1;
      }
      at += reference.length;
    } else {
      at = offsetOf(unit, source, at);
      offsets.push(at);
      at += 1;
    }
  }
  return offsets;
}

function referenceAt(source: string, at: number): string {
  REFERENCE.lastIndex = at;
  return REFERENCE.exec(source)?.[0] ?? '';
}

const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iuy;

/** What is passed over is a backslash, or spaces and signs around the end of a line. */
function offsetOf(unit: string, source: string, at: number): number {
  if (source[at] === '\\' && source[at + 1] === unit) return at + 1;
  if (source[at] === unit) return at;
  const found = source.slice(at, at + WIDEST_GAP).indexOf(unit);
  return found === -1 ? at : at + found;
}

const WIDEST_GAP = 1000;

function isLead(unit: string): boolean {
  return /[\uD800-\uDBFF]/.test(unit);
}
