import type { Announcement } from './announcement.ts';
import { cutToFit } from './cut-to-fit.ts';
import { fillTemplate } from './fill-template.ts';

/** The text of an announcement, and the same without the address. */
export interface Text {
  readonly whole: string;
  readonly withoutAddress: string;
}

export interface TextOptions {
  /** The address as the text shows it; it is never cut. */
  readonly address: string;
  /** Whether a service takes the text. */
  readonly fits: (text: Text) => boolean;
}

/** @returns undefined where nothing that fits can be said */
export function textFor(
  { template, names }: Announcement,
  { address, fits }: TextOptions,
): Text | undefined {
  const fill = (some: typeof names): Text => ({
    whole: fillTemplate(template, { ...some, url: address }),
    withoutAddress: fillTemplate(template, { ...some, url: '' }),
  });
  const shortened = cutToFit(names, (some) => fits(fill(some)));
  return shortened && fill(shortened);
}
