import type { EpisodeReading } from './episode-entry.ts';
import { createFileMemory, type FileMemory } from './file-memory.ts';
import type { Later } from './inspection.ts';
import { createKnownFiles, type KnownFiles } from './known-files.ts';
import type { ImageEntry } from './manuscript.ts';
import type { PageReading } from './page-entry.ts';
import type { SeriesReading } from './series-entry.ts';
import type { SourceFile } from './source-file.ts';

/** What one reading of a content folder keeps for the next. */
export interface ReadingMemory {
  readonly sources: KnownFiles<SourceFile>;
  readonly images: KnownFiles<ImageEntry>;
  readonly series: FileMemory<SeriesReading>;
  readonly episodes: FileMemory<Later<EpisodeReading>>;
  readonly pages: FileMemory<Later<PageReading>>;
}

export function createReadingMemory(): ReadingMemory {
  return {
    sources: createKnownFiles(),
    images: createKnownFiles(),
    series: createFileMemory(),
    episodes: createFileMemory(),
    pages: createFileMemory(),
  };
}
