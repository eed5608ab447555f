import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Processor } from 'unified';

/**
 * remark plugin, behind all that extend the parser: makes their extensions one. micromark puts them
 * together anew for every text and text.
 */
export function remarkCombinedExtensions(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [combineExtensions(data.micromarkExtensions ?? [])];
}
