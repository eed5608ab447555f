import { join } from 'node:path';
import type { ImageEntry, Manuscript, References } from '#src/manuscript/manuscript.ts';
import type { Site } from '#src/story/model.ts';
import { cardVersion, largeVersion, shownVersions, type ImageVersion } from './image-versions.ts';
import type { ReferenceResolver } from './render.ts';

/** A version of an image that is in the output. */
export interface ShownImage extends ImageVersion {
  /** Absolute path of the file that it is made of, and that file's SHA-256. */
  readonly source: string;
  readonly digest: string;
}

export interface ShownImagesOptions {
  /** Absolute. */
  readonly contentDir: string;
  readonly manuscript: Manuscript;
  readonly site: Site;
  readonly references: ReferenceResolver;
}

/**
 * The versions of images that something shown needs, each once: images of what is unpublished stay
 * out of the output, and so do originals.
 */
export function shownImages(options: ShownImagesOptions): readonly ShownImage[] {
  const { contentDir, manuscript, references } = options;
  const entries = new Map(manuscript.images.map((entry) => [entry.path, entry]));
  const found = new Map<string, ShownImage>();
  const add = (path: string, versions: (image: ImageEntry) => readonly ImageVersion[]) => {
    const image = entries.get(path);
    if (image === undefined) return;
    const source = join(contentDir, path);
    for (const version of versions(image)) {
      found.set(version.fileName, { ...version, source, digest: image.digest });
    }
  };
  const addNamed = (
    urls: References['links'],
    from: FileFacts,
    versions: (image: ImageEntry) => readonly ImageVersion[],
  ) => {
    for (const { url } of urls) {
      const target = references(url, from);
      if (target.kind === 'image') add(target.path, versions);
    }
  };
  for (const file of shownFiles(options)) {
    for (const facts of [file.body, file.references]) {
      addNamed(facts?.images ?? [], file, (image) => shownVersions(image).all);
      addNamed(facts?.links ?? [], file, (image) => [largeVersion(image)]);
    }
    if (file.image === undefined) continue;
    add(file.image, (image) => [cardVersion(image)]);
    // A series shows its image as a cover, too.
    if (file.body === undefined) add(file.image, (image) => shownVersions(image).all);
  }
  return [...found.values()];
}

interface FileFacts {
  readonly path: string;
  readonly image?: string | undefined;
  /** None in the settings of a series. */
  readonly body?: References;
  readonly references?: References | undefined;
}

function shownFiles({ manuscript, site }: ShownImagesOptions): readonly FileFacts[] {
  const shown = new Set([
    ...site.series.map(({ path }) => path),
    ...site.newest.map(({ path }) => path),
    ...site.pages.map(({ path }) => path),
  ]);
  const { series, episodes, pages } = manuscript;
  return [...series, ...episodes, ...pages].filter(({ path }) => shown.has(path));
}

/** The media type of an image by the ending of its name (without the dot, lower case). */
export function imageMediaType(ending: string): string {
  const subtype = { svg: 'svg+xml', jpg: 'jpeg' }[ending] ?? ending;
  return `image/${subtype}`;
}
