import type { Span } from '../run.ts';
import { OBJECT, RUBY } from './masks.ts';

/** `{base|reading}` or `{base|reading|reading}`; offsets of its brackets, its base and its readings. */
export interface BraceGroup {
  readonly open: number;
  /** the offset behind the closing brace */
  readonly end: number;
  readonly base: Span;
  readonly readings: readonly Span[];
}

/**
 * The brace groups of a run, in order. A group stands in one line, is not nested, holds no 《》, and
 * neither its base nor a reading is empty; anything else in braces is text.
 */
export function braceGroups(syntax: string): BraceGroup[] {
  const groups: BraceGroup[] = [];
  let open = -1;
  let bars: number[] = [];
  for (const { 0: sign, index } of syntax.matchAll(SIGNS)) {
    if (sign === '{') {
      open = index;
      bars = [];
    } else if (sign === '|') {
      if (open >= 0) bars.push(index);
    } else {
      const group = sign === '}' && open >= 0 ? groupOf(syntax, open, bars, index) : undefined;
      if (group) groups.push(group);
      open = -1;
    }
  }
  return groups;
}

const SIGNS = new RegExp(`[{|}《》\\n${RUBY}]`, 'gu');

function groupOf(
  syntax: string,
  open: number,
  bars: readonly number[],
  close: number,
): BraceGroup | undefined {
  const parts = [...bars, close].map((end, i) => ({ start: (bars[i - 1] ?? open) + 1, end }));
  const [base, ...readings] = parts;
  const isWritten = ({ start, end }: Span): boolean => syntax.slice(start, end).trim() !== '';
  if (!base || readings.length === 0 || !parts.every(isWritten)) return undefined;
  if (syntax.slice(base.end, close).includes(OBJECT)) return undefined;
  return { open, end: close + 1, base, readings };
}
