import type { Root } from 'hast';
import { measureLength, type Length } from '#src/story/length.ts';
import { toHtml } from './forms/html.ts';
import { toFeedHtml } from './forms/feed-html.ts';
import type { SearchBlock } from './forms/search-text.ts';
import { eachElement } from './hast.ts';
import { inspect, type BodyFacts } from './inspect.ts';
import { isJapanese } from './language.ts';
import type { MarkdownOptions } from './markdown.ts';
import { withBrokenHeadings } from './phrases.ts';

/** All that can be known of a text by its source, language and breaks alone; plain data. */
export interface PreparedText {
  readonly facts: BodyFacts;
  readonly length: Length;
  /**
   * Undefined where an address stands in the text, be it that of a footnote: what it becomes depends
   * on the site and the page, so that `parseMarkdown` has to read it again.
   */
  readonly forms: TextForms | undefined;
}

/** What the outputs hold of a text, wherever it stands. Its plain text is among its facts. */
export interface TextForms {
  /** of a page, with the phrases of Japanese headings kept together */
  readonly html: string;
  /** what `toFeedHtml` makes of it; those of several texts may stand one behind another */
  readonly feedHtml: string;
  readonly searchBlocks: readonly SearchBlock[];
}

/** Reads a text once for the checks and for every output. */
export function prepareText(
  source: string,
  options: Pick<MarkdownOptions, 'language' | 'breaks' | 'idPrefix'>,
): PreparedText {
  const { tree, blocks, facts } = inspect(source, options);
  const { language } = options;
  return {
    facts,
    length: measureLength(facts.text, language),
    forms: dependsOnAddresses(tree, facts) ? undefined : formsOf(tree, blocks, language),
  };
}

function dependsOnAddresses(tree: Root, { links, images, embeds }: BodyFacts): boolean {
  let depends = links.length + images.length + embeds.length > 0;
  eachElement(tree, ({ properties: { href, src } }) => {
    depends ||= href !== undefined || src !== undefined;
  });
  return depends;
}

function formsOf(tree: Root, searchBlocks: readonly SearchBlock[], language: string): TextForms {
  return {
    html: toHtml(isJapanese(language) ? withBrokenHeadings(tree) : tree),
    // Without an address in the text it is the same on every page.
    feedHtml: toFeedHtml(tree, { page: 'https://page.invalid/' }),
    searchBlocks,
  };
}
