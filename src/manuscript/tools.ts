import type { Slip } from '#src/diagnostics/slip.ts';
import type { BodyFacts } from './manuscript.ts';

/** Markdown to be inspected: what stands below a file's settings, or the value of one of them. */
export interface Body {
  /** The file that it stands in, relative to the content folder. */
  readonly path: string;
  readonly markdown: string;
  /** BCP 47. */
  readonly language: string;
  /** Whether one line break in the source is one on the page. */
  readonly breaks: boolean;
}

/** What reading a body tells. It depends on the Markdown, language and breaks, and nothing else. */
export interface InspectedBody extends BodyFacts {
  /** What looks like a slip; none where no advice is asked for. */
  readonly slips?: readonly Slip[] | undefined;
}

/** What reading the manuscript needs from the folders behind it. */
export interface ManuscriptTools {
  /**
   * Learns what is to be known of the Markdown of all files, asked once for each reading: one result
   * for each body, in their order; places are 1-based within `markdown`.
   */
  readonly inspectBodies: (bodies: readonly Body[]) => Promise<readonly InspectedBody[]>;
  /** What looks like a slip in a text without Markdown; absent where no advice is asked for. */
  readonly inspectInline?: (source: string, language: string) => readonly Slip[];
  /** The size of an image in pixels; rejects where the file is none. `digest`: that of the file. */
  readonly measureImage: (
    absolutePath: string,
    digest: string,
  ) => Promise<{ readonly width: number; readonly height: number }>;
}
