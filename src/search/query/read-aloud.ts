/** A text with readings: half-open UTF-16 offsets of their bases, in order and never overlapping. */
export interface Readable {
  readonly text: string;
  readonly readings: readonly {
    readonly start: number;
    readonly end: number;
    readonly reading: string;
  }[];
}

/** A stretch of a text as it is read aloud, and the stretch of the text that it is read for. */
export interface ReadStretch {
  /** Half-open UTF-16 offsets in the text as read. */
  readonly start: number;
  readonly end: number;
  /** The same in the text itself. */
  readonly of: { readonly start: number; readonly end: number };
  readonly isReading: boolean;
}

/** A text with every base replaced by its reading. */
export function readAloud({ text, readings }: Readable): {
  readonly text: string;
  readonly stretches: readonly ReadStretch[];
} {
  let read = '';
  const stretches: ReadStretch[] = [];
  const add = (piece: string, of: ReadStretch['of'], isReading: boolean) => {
    if (piece === '') return;
    stretches.push({ start: read.length, end: read.length + piece.length, of, isReading });
    read += piece;
  };
  let from = 0;
  for (const { start, end, reading } of readings) {
    add(text.slice(from, start), { start: from, end: start }, false);
    add(reading, { start, end }, true);
    from = end;
  }
  add(text.slice(from), { start: from, end: text.length }, false);
  return { text: read, stretches };
}
