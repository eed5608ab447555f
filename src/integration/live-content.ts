import type { ReadContent } from './context.ts';
import { createContentReader, type ContentReader } from './load-content.ts';
import type { Project } from './project.ts';
import { projectTexts } from './text-store.ts';

let reader: ContentReader | undefined;
let last: ReadContent | undefined;
let underWay: Promise<unknown> = Promise.resolve();

/**
 * The content as it is now, for pages of the live view. An unusable site.yaml leaves the last good
 * content in place, with what is wrong told above it.
 *
 * @throws Error where there never was a usable one
 */
export async function readLiveContent(project: Project): Promise<ReadContent> {
  reader ??= liveReader(project);
  const { read } = reader;
  const now = project.now();
  // One after the other: pages are asked for at once.
  const reading = underWay.then(() => read(now));
  underWay = reading.catch(() => undefined);
  const { manuscript = last?.manuscript, findings } = await reading;
  if (manuscript === undefined) throw new Error('site.yaml cannot be used');
  last = { manuscript, findings, now };
  return last;
}

/** A reader for a process that lives on: it begins with what builds have remembered, and adds to it. */
export function liveReader(project: Project): ContentReader {
  const texts = projectTexts(project);
  let isFirst = true;
  return createContentReader({
    ...project,
    inspect(bodies) {
      // Later on it is asked for what has changed, and nobody wants to remember each stroke.
      const read = isFirst ? texts.inspect : texts.recall;
      isFirst = false;
      return read(bodies);
    },
  });
}
