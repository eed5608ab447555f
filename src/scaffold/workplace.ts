import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import type { Questioner } from './questioner.ts';

/** Where new files are written, when, and for whom. */
export interface Workplace {
  /** Absolute. */
  readonly contentDir: string;
  /** Of messages and of the comments in what is written. */
  readonly language: FindingLanguage;
  readonly now: () => EpochMilliseconds;
  /** An absolute path as the person is shown it. */
  readonly show: (path: string) => string;
  /** Undefined where nobody is there to answer. */
  readonly questioner: Questioner | undefined;
}
