import type { Root } from 'hast';
import { toSearchText } from './forms/search-text.ts';

/**
 * What a reader reads, for counts and excerpts: the texts of the tree's search blocks, one "\n"
 * between two of them.
 */
export function toPlainText(tree: Root): string {
  return toSearchText(tree)
    .map(({ text }) => text)
    .join('\n');
}
