/** Addresses at the top of the site that the site itself uses, or may come to use. */
export const reservedNames: readonly string[] = [
  '404',
  '500',
  '_astro',
  'api',
  'archive',
  'assets',
  'atom.xml',
  'cards',
  'epub',
  'favicon.ico',
  'favicon.svg',
  'feed.json',
  'feeds',
  'fonts',
  'images',
  'index',
  'manifest.webmanifest',
  'pagefind',
  'robots.txt',
  'rss.xml',
  'search',
  'series',
  'sitemap',
  'sitemap.xml',
];

/** Addresses inside a series that the site itself uses. */
export const reservedSlugs: readonly string[] = [
  'atom.xml',
  'feed.json',
  'index',
  'index.html',
  'rss.xml',
];

/** The longest name, in bytes of UTF-8: file systems allow 255, and outputs add an ending. */
export const longestName = 200;

/** Codes of the findings about a name. */
export type NameProblem = 'name-invalid' | 'name-too-long' | 'name-reserved';

/**
 * What is wrong with a name, in NFC, as the last part of an address: letters of any script with
 * their marks, digits, `-` and `_`.
 */
export function nameProblem(name: string, reserved: readonly string[]): NameProblem | undefined {
  if (reserved.includes(foldName(name))) {
    return 'name-reserved';
  }
  if (!/^[\p{L}\p{M}\p{N}_-]+$/u.test(name)) {
    return 'name-invalid';
  }
  return Buffer.byteLength(name) > longestName ? 'name-too-long' : undefined;
}

/** A name that may be used instead of an invalid one, or undefined where nothing is left of it. */
export function suggestName(name: string): string | undefined {
  const plain = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' || plain === name || nameProblem(plain, []) !== undefined ? undefined : plain;
}

/** Names with the same fold are the same address on some host: case and normalisation are gone. */
export function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
