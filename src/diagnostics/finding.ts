import type { Code } from './catalogue.ts';

export type Severity = 'error' | 'warning' | 'advice';

/**
 * Something about the content that its writer should know. Pure data: the catalogue holds the
 * wording of each code, the reporters print it.
 */
export interface Finding {
  readonly code: Code;
  /**
   * Relative to the content folder, with forward slashes, be it in there or not; a folder where no
   * single file is meant.
   */
  readonly file: string;
  /** 1-based; absent where the finding is about the file as a whole. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** What the wording of the code names, such as the unknown key and the nearest known one. */
  readonly values: Readonly<Record<string, string | number>>;
}
