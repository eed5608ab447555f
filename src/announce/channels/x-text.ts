import type { Announcement } from '../announcement.ts';
import { textFor, type Text } from '../text-for.ts';
import { fitsX } from '../weigh.ts';

/** What is said on X, by the writer or by the API. */
export function xText(announcement: Announcement): Text | undefined {
  const { address } = announcement;
  // X puts the text and the address of a link together by itself.
  const fits = ({ whole, withoutAddress }: Text) =>
    fitsX(whole, address) && fitsX(`${withoutAddress} ${address}`.trim(), address);
  return textFor(announcement, { address, fits });
}
