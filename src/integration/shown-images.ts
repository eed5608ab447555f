import type { ImageEntry, Manuscript, References } from '#src/manuscript/manuscript.ts';
import type { Site } from '#src/story/model.ts';
import { cardVersion, largeVersion, shownVersions, type ImageVersion } from './image-versions.ts';
import type { ReferenceResolver } from './render.ts';

/** A version of an image that is in the output. */
export interface ShownImage extends ImageVersion {
  /** The file that it is made of, relative to the content folder, and that file's SHA-256. */
  readonly path: string;
  readonly digest: string;
}

export interface ShownImagesOptions {
  readonly manuscript: Manuscript;
  readonly site: Site;
  readonly references: ReferenceResolver;
}

/**
 * The versions of images that something shown needs, each once: images of what is unpublished stay
 * out of the output, and so do originals.
 */
export function shownImages(options: ShownImagesOptions): readonly ShownImage[] {
  const { manuscript, references } = options;
  const entries = new Map(manuscript.images.map((entry) => [entry.path, entry]));
  const found = new Map<string, ShownImage>();
  const added = new Map([shown, opened, shared].map((use) => [use, new Set<string>()]));
  const add = (path: string, versions: Use) => {
    const image = entries.get(path);
    // Thousands of texts may show the same image.
    const isKnown = added.get(versions)?.has(path) === true;
    if (image === undefined || isKnown) return;
    added.get(versions)?.add(path);
    const { digest } = image;
    for (const version of versions(image))
      found.set(version.fileName, { ...version, path, digest });
  };
  const addNamed = (urls: References['links'], from: FileFacts, versions: Use) => {
    for (const { url } of urls) {
      const target = references(url, from);
      if (target.kind === 'image') add(target.path, versions);
    }
  };
  for (const file of shownFiles(options)) {
    for (const facts of [file.body, file.references]) {
      addNamed(facts?.images ?? [], file, shown);
      addNamed(facts?.links ?? [], file, opened);
    }
    if (file.image === undefined) continue;
    add(file.image, shared);
    // A series shows its image as a cover, too.
    if (file.body === undefined) add(file.image, shown);
  }
  return [...found.values()];
}

/** The versions of an image that one way of using it needs. */
type Use = (image: ImageEntry) => readonly ImageVersion[];

const shown: Use = (image) => shownVersions(image).all;
const opened: Use = (image) => [largeVersion(image)];
const shared: Use = (image) => [cardVersion(image)];

interface FileFacts {
  readonly path: string;
  readonly image?: string | undefined;
  /** None in the settings of a series. */
  readonly body?: References;
  readonly references?: References | undefined;
}

function shownFiles({ manuscript, site }: ShownImagesOptions): readonly FileFacts[] {
  const paths = new Set([
    ...site.series.map(({ path }) => path),
    ...site.newest.map(({ path }) => path),
    ...site.pages.map(({ path }) => path),
  ]);
  const { series, episodes, pages } = manuscript;
  return [...series, ...episodes, ...pages].filter(({ path }) => paths.has(path));
}

/** The media type of an image by the ending of its name (without the dot, lower case). */
export function imageMediaType(ending: string): string {
  const subtype = { svg: 'svg+xml', jpg: 'jpeg' }[ending] ?? ending;
  return `image/${subtype}`;
}
