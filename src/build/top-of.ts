/**
 * The first name of a path.
 *
 * @param path - relative, with forward slashes
 */
export function topOf(path: string): string {
  const end = path.indexOf('/');
  return end === -1 ? path : path.slice(0, end);
}
