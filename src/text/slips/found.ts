import type { SlipCode } from '#src/diagnostics/slip.ts';
import type { Prose } from './prose.ts';

/** What looks like a slip, at an offset in the source. */
export interface Found {
  readonly code: SlipCode;
  readonly offset: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What looks like a slip at an offset in a block of prose. */
export function foundIn(
  prose: Prose,
  at: number,
  code: SlipCode,
  values: Found['values'] = {},
): Found {
  return { code, offset: prose.sourceOffset(at), values };
}
