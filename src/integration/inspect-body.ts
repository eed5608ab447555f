import type { Body, InspectedBody } from '#src/manuscript/tools.ts';
import { measureLength } from '#src/story/length.ts';
import { inspectMarkdown } from '#src/text/inspect.ts';

/** What the manuscript is to know of a text. */
export function inspectBody({ markdown, language, breaks }: Body): InspectedBody {
  const { text, ...facts } = inspectMarkdown(markdown, { language, breaks });
  return { length: measureLength(text, language).amount, ...facts };
}
