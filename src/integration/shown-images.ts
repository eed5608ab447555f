import { extname, join } from 'node:path';
import type { ImageEntry, Manuscript, References } from '#src/manuscript/manuscript.ts';
import type { Site } from '#src/story/model.ts';
import type { ReferenceResolver } from './render.ts';

/** An image of the output. */
export interface ShownImage {
  /** Named by its content, so that it can be cached for good. */
  readonly fileName: string;
  /** Absolute path of the file that it comes from. */
  readonly source: string;
}

export interface ShownImagesOptions {
  /** Absolute. */
  readonly contentDir: string;
  readonly manuscript: Manuscript;
  readonly site: Site;
  readonly references: ReferenceResolver;
}

/** The images that something shown names: those of what is unpublished stay out of the output. */
export function shownImages(options: ShownImagesOptions): readonly ShownImage[] {
  const { contentDir, manuscript, references } = options;
  const named = new Set(
    shownFiles(options).flatMap(({ path, image, body, references: keys }) => {
      const urls = [body, keys].flatMap((facts) => [
        ...(facts?.images ?? []),
        ...(facts?.links ?? []),
      ]);
      const targets = urls.map(({ url }) => references(url, { path }));
      const paths = targets.flatMap((target) => (target.kind === 'image' ? target.path : []));
      return image === undefined ? paths : [...paths, image];
    }),
  );
  const byName = new Map(
    manuscript.images
      .filter(({ path }) => named.has(path))
      .map((image) => [imageFileName(image), join(contentDir, image.path)]),
  );
  return [...byName].map(([fileName, source]) => ({ fileName, source }));
}

/** The name that an image has in the output. */
export function imageFileName({ path, digest }: ImageEntry): string {
  return digest.slice(0, 16) + extname(path).toLowerCase();
}

interface FileFacts {
  readonly path: string;
  readonly image?: string | undefined;
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
