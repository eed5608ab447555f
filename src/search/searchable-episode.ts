import type { Root } from 'hast';
import { toSearchText, type SearchBlock } from '#src/text/forms/search-text.ts';
import type { Readable } from './query/read-aloud.ts';

/** What is searched of an episode, in order, and how a result names it. */
export interface SearchableEpisode {
  /** A path. */
  readonly url: string;
  /** Plain text; empty where it has none. */
  readonly label: string;
  /** Its own title, or the series', which is no part of what is searched. */
  readonly title: Readable;
  readonly hasOwnTitle: boolean;
  /** The blocks of foreword, body and afterword. */
  readonly blocks: readonly SearchBlock[];
}

/** The blocks of a text that are searched: all that is read but the footnotes, which are notes on it. */
export function searchableBlocks(tree: Root): readonly SearchBlock[] {
  const children = tree.children.filter(
    (child) => child.type !== 'element' || child.properties['dataFootnotes'] === undefined,
  );
  return toSearchText({ ...tree, children });
}

/** A title or name as one text with its readings. */
export function searchableTitle(tree: Root): Readable {
  const [block] = toSearchText(tree);
  return block ?? { text: '', readings: [] };
}
