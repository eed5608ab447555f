import { folderOf } from './content-tree.ts';

/**
 * The path, relative to the content folder and in NFC, that a relative address in a file stands
 * for: percent-decoded, without query and fragment. Undefined where it leads out of the folder.
 */
export function localPath(url: string, from: string): string | undefined {
  const [path = ''] = url.split(/[?#]/, 1);
  const parts = folderOf(from)
    .split('/')
    .filter((part) => part !== '');
  for (const part of decodePercent(path).split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) {
        return undefined;
      }
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/').normalize('NFC');
}

/** How a path of the content folder is written in a file of it: `./03.md`, `../other/03.md`. */
export function relativeAddress(path: string, from: string): string {
  const target = path.split('/');
  const base = folderOf(from)
    .split('/')
    .filter((part) => part !== '');
  while (target.length > 1 && base.length > 0 && target[0] === base[0]) {
    target.shift();
    base.shift();
  }
  return base.length === 0
    ? `./${target.join('/')}`
    : [...base.map(() => '..'), ...target].join('/');
}

/** Percent-decoded where it can be, else as it is: `50%.png` is a name, too. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether an address names its own scheme or host: `https:`, `mailto:`, `data:`, `//host`. */
export function isExternal(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}
