import type { Command } from '../measure/run-measured.ts';

/** A generator of sites with a project of its own, whose builds are measured. */
export interface Contender {
  /** As the tables have it. */
  readonly name: string;
  /** Absolute: the content folder, to be filled and edited. */
  readonly contentDir: string;
  /** Whether a file of the corpus means something to it. */
  readonly takes: (path: string) => boolean;
  /** Absolute: what a build writes. */
  readonly outDir: string;
  /** Absolute: what is remembered from one build to the next, besides the output. */
  readonly memories: readonly string[];
  readonly build: Command;
  /** @throws Error where a build was not what it was to be */
  readonly check?: () => Promise<void>;
}
