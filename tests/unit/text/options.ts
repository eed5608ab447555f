import type { MarkdownOptions } from '#src/text/markdown.ts';

/** Japanese, breaks kept, every address as it is. */
export const OPTIONS: MarkdownOptions = {
  language: 'ja',
  breaks: true,
  resolveLink: (href) => ({ kind: 'link', href }),
  resolveImage: (src) => ({ src, width: 640, height: 480 }),
};
