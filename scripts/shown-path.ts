import { relative } from 'node:path';

/** A path as it is shown to a person: from the current folder, or whole where it lies elsewhere. */
export function shownPath(path: string): string {
  const way = relative(process.cwd(), path);
  return way === '' || way.startsWith('..') ? path : way.replaceAll('\\', '/');
}
