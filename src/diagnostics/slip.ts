import type { slipCodes } from './catalogue-slips.ts';
import type { Finding } from './finding.ts';

/** The code of what looks like a slip in a text. */
export type SlipCode = keyof typeof slipCodes;

/** What looks like a slip in a text: a finding that does not know yet which file it stands in. */
export interface Slip extends Required<Omit<Finding, 'file'>> {
  readonly code: SlipCode;
}
