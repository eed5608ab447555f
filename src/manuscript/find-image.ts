import type { Finding } from '#src/diagnostics/finding.ts';
import { foldName } from './addresses.ts';
import { folderOf, nameOf } from './content-tree.ts';
import type { Place } from './finding-place.ts';
import { isExternal, localPath, relativeAddress } from './local-path.ts';
import { nearestOf } from './nearest.ts';
import { once } from './once.ts';
import type { SettingsPlace } from './schema-findings.ts';

/** Finds the image that the `image` key of a file names; nothing where there is no such key. */
export type FindImage = (named: NamedAt | undefined) => {
  readonly path: string | undefined;
  readonly findings: readonly Finding[];
};

/** Where an image is named, and how. */
export interface NamedAt {
  readonly url: string;
  readonly place: Place;
}

export interface FileIndex {
  /**
   * The file that an address in a file stands for, as the file system holds its name; exact in
   * case, as a web server is, but not in normalisation.
   */
  readonly find: (url: string, from: string) => string | undefined;
  /** What was probably meant instead, as it would be written there. */
  readonly suggest: (url: string, from: string) => string | undefined;
}

/** An index of the files of the content folder, made once for all look-ups. */
export function indexFiles(files: readonly string[]): FileIndex {
  const byPath = new Map(files.map((path) => [path.normalize('NFC'), path]));
  // Only what is not found needs these.
  const byFold = once(() => new Map(files.map((path) => [foldName(path), path])));
  const nearestIn = once(() => {
    const images = [...byPath.keys()].filter(isImageName);
    const byFolder = Map.groupBy(images, folderOf);
    return new Map(
      Array.from(byFolder, ([folder, paths]) => [folder, nearestOf(paths.map(nameOf))]),
    );
  });
  return {
    find(url, from) {
      const path = localPath(url, from);
      return path === undefined ? undefined : byPath.get(path);
    },
    suggest(url, from) {
      const path = localPath(url, from);
      if (path === undefined) {
        return undefined;
      }
      const twin = byFold().get(foldName(path));
      if (twin !== undefined) {
        return relativeAddress(twin, from);
      }
      const near = nearestIn().get(folderOf(path))?.(nameOf(path));
      return near === undefined
        ? undefined
        : relativeAddress(folderOf(path) === '' ? near : `${folderOf(path)}/${near}`, from);
    },
  };
}

/**
 * Looks up `image` keys, which name files of the content folder only.
 *
 * @param named - receives the place and wording of the key that named an image first
 */
export function createFindImage(index: FileIndex, named: Map<string, NamedAt>): FindImage {
  return (key) => {
    if (key === undefined) {
      return { path: undefined, findings: [] };
    }
    const { url, place } = key;
    if (isExternal(url) || url.startsWith('/')) {
      const finding: Finding = { code: 'image-address', ...place, values: { key: 'image', url } };
      return { path: undefined, findings: [finding] };
    }
    const path = index.find(url, place.file);
    if (path !== undefined && !named.has(path)) {
      named.set(path, { url, place });
    }
    return { path, findings: path === undefined ? [missingImage(url, place, index)] : [] };
  };
}

/** What the `image` key of a file names, if it has one. */
export function keyedImage(url: string | undefined, { path, locate }: SettingsPlace) {
  return url === undefined
    ? undefined
    : { url, place: { file: path, ...locate(['image'], 'value') } };
}

/** The finding for an image that is not there. */
export function missingImage(url: string, place: Place, index: FileIndex): Finding {
  const near = index.suggest(url, place.file);
  return {
    code: 'image-missing',
    ...place,
    values: { url, ...(near === undefined ? {} : { nearest: near }) },
  };
}

/** Whether a name is that of an image. */
export function isImageName(name: string): boolean {
  return /\.(?:jpe?g|png|webp|gif|avif|svg)$/i.test(name);
}
