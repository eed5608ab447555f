import type { Finding } from '#src/diagnostics/finding.ts';
import type { Manuscript, Reference } from '#src/manuscript/manuscript.ts';
import { resolveReference, type From, type IsPublished } from './references.ts';

export interface ReferenceCheck {
  readonly manuscript: Manuscript;
  readonly isPublished: IsPublished;
  /** Whether an address of the site (`/…`, as written, without the base path) leads somewhere. */
  readonly hasAddress: (path: string) => boolean;
}

/**
 * Checks the links of all texts, and that every series has something published. Links of what is
 * itself unpublished may lead to what is unpublished: readers see neither.
 */
export function checkReferences(check: ReferenceCheck): Finding[] {
  const { manuscript, isPublished } = check;
  // A series that is empty, or whose texts were all left out, has an error of its own.
  const withTexts = new Set(manuscript.episodes.map(({ seriesId }) => seriesId));
  const withPublished = new Set(
    manuscript.episodes.filter(isPublished).map(({ seriesId }) => seriesId),
  );
  const unpublished = manuscript.series.filter(
    ({ id }) => withTexts.has(id) && !withPublished.has(id),
  );
  return [
    ...unpublished.map(
      ({ path }) => ({ code: 'series-unpublished', file: path, values: {} }) as const,
    ),
    ...manuscript.series.flatMap((entry) =>
      checkLinks(entry.references?.links ?? [], entry, withPublished.has(entry.id), check),
    ),
    ...manuscript.episodes.flatMap((entry) => {
      const links = [...entry.body.links, ...(entry.references?.links ?? [])];
      return checkLinks(links, entry, isPublished(entry), check);
    }),
    ...manuscript.pages.flatMap((page) =>
      checkLinks(page.body.links, page, isPublished(page), check),
    ),
  ];
}

function checkLinks(
  links: readonly Reference[],
  from: From,
  isSeen: boolean,
  { manuscript, isPublished, hasAddress }: ReferenceCheck,
): Finding[] {
  return links.flatMap(({ url, line, column }): Finding[] => {
    const target = resolveReference(url, from, manuscript, isPublished);
    const place = { file: from.path, line, column };
    if (target.kind === 'unpublished') {
      return isSeen ? [{ code: 'link-unpublished', ...place, values: { url } }] : [];
    }
    if (target.kind === 'missing' && target.isLeftOut !== true) {
      const values = target.nearest === undefined ? { url } : { url, nearest: target.nearest };
      return [{ code: 'link-missing', ...place, values }];
    }
    return target.kind === 'address' && !hasAddress(target.path)
      ? [{ code: 'link-missing', ...place, values: { url } }]
      : [];
  });
}
