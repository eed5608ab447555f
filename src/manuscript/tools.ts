import type { Slip } from '#src/diagnostics/slip.ts';
import type { BodyFacts } from './manuscript.ts';

/** What reading a body tells. */
export interface InspectedBody extends BodyFacts {
  /** What looks like a slip; none where no advice is asked for. */
  readonly slips?: readonly Slip[] | undefined;
}

/** What reading the manuscript needs from the folders behind it. */
export interface ManuscriptTools {
  /** Learns what is to be known of Markdown; places are 1-based within `source`. Never throws. */
  readonly inspectBody: (
    source: string,
    options: { readonly language: string; readonly breaks: boolean },
  ) => InspectedBody;
  /** What looks like a slip in a text without Markdown; absent where no advice is asked for. */
  readonly inspectInline?: (source: string, language: string) => readonly Slip[];
  /** The size of an image in pixels; rejects where the file is none. `digest`: that of the file. */
  readonly measureImage: (
    absolutePath: string,
    digest: string,
  ) => Promise<{ readonly width: number; readonly height: number }>;
}
