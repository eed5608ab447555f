import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { isCutShort } from './cut-short.ts';
import { mapConcurrently } from './concurrency.ts';
import type { Place } from './finding-place.ts';
import { type FileIndex, type NamedAt, isImageName, missingImage } from './find-image.ts';
import type { KnownFiles } from './known-files.ts';
import { isExternal } from './local-path.ts';
import type { ImageEntry, Manuscript } from './manuscript.ts';
import { compareTexts } from './order-texts.ts';
import { digestOf, unreadable } from './source-file.ts';
import type { ManuscriptTools } from './tools.ts';

export interface ImageContext {
  readonly index: FileIndex;
  /** Where keys name images, by path. */
  readonly named: ReadonlyMap<string, NamedAt>;
  readonly tools: ManuscriptTools;
  /** Images that were sound at a former reading. */
  readonly known: KnownFiles<ImageEntry>;
}

/** Reads each image that some file names, once. An image that is not there is a finding. */
export async function readImages(
  contentDir: string,
  entries: Pick<Manuscript, 'series' | 'episodes' | 'pages'>,
  { index, named: byKeys, tools, known }: ImageContext,
): Promise<{ images: readonly ImageEntry[]; findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  const named = new Map<string, NamedAt>();
  for (const { url, place, role } of namedImages(entries)) {
    const path = role === 'key' ? url : index.find(url, place.file);
    if (path !== undefined) {
      if (!named.has(path)) {
        named.set(path, (role === 'key' ? byKeys.get(path) : undefined) ?? { url, place });
      }
    } else if (role === 'image') {
      findings.push(missingImage(url, place, index));
    }
  }
  findings.push(...addressedImages(entries));
  const read = await mapConcurrently([...named], 8, async ([path, { url, place }]) => {
    const absolutePath = join(contentDir, path);
    const { current, keep } = known.look(absolutePath);
    if (current !== undefined) return current;
    let isCut = false;
    try {
      const bytes = await readFile(absolutePath);
      isCut = isCutShort(bytes);
      const digest = digestOf(bytes);
      const { width, height } = await tools.measureImage(absolutePath, digest);
      const image = { path, digest, width, height };
      keep(image);
      return image;
    } catch (error) {
      const isFileError = error instanceof Error && 'syscall' in error;
      findings.push(
        isFileError
          ? unreadable(path, error)
          : {
              code: 'image-unreadable',
              ...place,
              values: { url, ...(isCut ? { isCut: 'true' } : {}) },
            },
      );
      return undefined;
    }
  });
  const images = read
    .filter((image) => image !== undefined)
    .toSorted((a, b) => compareTexts(a.path.normalize('NFC'), b.path.normalize('NFC')));
  return { images, findings };
}

interface NamedImage {
  /** As written; the path where a key names it, which was found before. */
  readonly url: string;
  readonly place: Place;
  readonly role: 'key' | 'image' | 'link';
}

function* namedImages({
  series,
  episodes,
  pages,
}: Parameters<typeof readImages>[1]): Generator<NamedImage> {
  for (const entry of [...series, ...episodes, ...pages]) {
    const { path: file } = entry;
    const { links, images } = referencesOf(entry);
    if ('image' in entry && entry.image !== undefined) {
      yield { url: entry.image, place: { file }, role: 'key' };
    }
    for (const { url, line, column } of images) {
      if (isRelative(url)) {
        yield { url, place: { file, line, column }, role: 'image' };
      }
    }
    for (const { url, line, column } of links) {
      if (isRelative(url) && isImageName(url.split(/[?#]/, 1)[0] ?? '')) {
        yield { url, place: { file, line, column }, role: 'link' };
      }
    }
  }
}

/** All links and images of an entry, in its body and in its keys. */
function referencesOf(entry: Manuscript['series' | 'episodes' | 'pages'][number]) {
  const body = 'body' in entry ? entry.body : { links: [], images: [] };
  const keys = ('references' in entry ? entry.references : undefined) ?? { links: [], images: [] };
  return { links: [...body.links, ...keys.links], images: [...body.images, ...keys.images] };
}

function isRelative(url: string): boolean {
  return !isExternal(url) && !url.startsWith('/') && !url.startsWith('#');
}

/** Images that are addresses: a page shows files of the content folder alone. */
function addressedImages({ series, episodes, pages }: Parameters<typeof readImages>[1]): Finding[] {
  return [...series, ...episodes, ...pages].flatMap((entry) =>
    referencesOf(entry)
      .images.filter(({ url }) => !isRelative(url))
      .map(({ url, line, column }): Finding => ({
        code: 'image-address',
        file: entry.path,
        line,
        column,
        values: { url },
      })),
  );
}
