import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { changeNodes } from '../mdast.ts';
import { mayHoldAddress } from './bare-addresses.ts';

/**
 * remark plugin: a bare address ends before the first CJK punctuation or full-width sign, which GFM
 * takes for part of it: `（https://example.org/）` and `https://example.org/。`
 */
export function remarkAddressEnds(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    if (!mayHoldAddress(String(file))) return;
    changeNodes(tree, (node) => {
      if (node.type !== 'link') return undefined;
      const [only] = node.children;
      if (only?.type !== 'text') return undefined;
      const start = node.position?.start.offset ?? 0;
      const length = (node.position?.end.offset ?? start) - start;
      const prefix = node.url.length - only.value.length;
      if (length !== only.value.length || !node.url.endsWith(only.value)) return undefined;
      const end = only.value.search(FOREIGN);
      if (end <= 0) return undefined;
      node.url = node.url.slice(0, prefix + end);
      const rest = only.value.slice(end);
      only.value = only.value.slice(0, end);
      return [node, { type: 'text', value: rest }];
    });
  };
}

const FOREIGN =
  /[\u3000-\u3004\u3008-\u3020\u30FB\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65…‥―—]/u;
