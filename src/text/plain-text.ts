import type { Root } from 'hast';
import { toSearchText, type SearchBlock } from './forms/search-text.ts';

/**
 * What a reader reads, for counts and excerpts: the texts of the tree's search blocks, one "\n"
 * between two of them.
 */
export function toPlainText(tree: Root): string {
  return joinedText(toSearchText(tree));
}

/** The same of the blocks themselves. */
export function joinedText(blocks: readonly SearchBlock[]): string {
  return blocks.map(({ text }) => text).join('\n');
}
