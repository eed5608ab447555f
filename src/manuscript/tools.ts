import type { BodyFacts } from './manuscript.ts';

/** What reading the manuscript needs from the folders behind it. */
export interface ManuscriptTools {
  /** Learns what is to be known of Markdown; places are 1-based within `source`. Never throws. */
  readonly inspectBody: (
    source: string,
    options: { readonly language: string; readonly breaks: boolean },
  ) => BodyFacts;
  /** The size of an image in pixels; rejects where the file is none. */
  readonly measureImage: (
    absolutePath: string,
  ) => Promise<{ readonly width: number; readonly height: number }>;
}
