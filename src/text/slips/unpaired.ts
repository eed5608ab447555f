import type { Prose } from './prose.ts';

/** A bracket that lacks its other half in the block that it stands in. */
export interface Unpaired {
  readonly prose: Prose;
  readonly at: number;
  readonly kind: 'open' | 'close';
  /** whether it may be the half of a quotation that runs over several paragraphs */
  readonly isQuotation: boolean;
}

/**
 * Leaves out what a quotation over several paragraphs explains: an opening bracket in one block,
 * and as the next that is unpaired the closing one in a later block.
 */
export function withoutQuotations(unpaired: readonly Unpaired[]): Unpaired[] {
  return unpaired.filter((bracket, i) => {
    const isHalf = isQuotation(bracket, unpaired[i + 1]) || isQuotation(unpaired[i - 1], bracket);
    return !isHalf;
  });
}

function isQuotation(open: Unpaired | undefined, close: Unpaired | undefined): boolean {
  if (open?.kind !== 'open' || close?.kind !== 'close') return false;
  return open.prose !== close.prose && open.isQuotation && close.isQuotation;
}
