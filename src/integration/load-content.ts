import { join, relative, sep } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { withoutSilenced } from '#src/diagnostics/without-silenced.ts';
import type { Manuscript } from '#src/manuscript/manuscript.ts';
import {
  type PromisedAddresses,
  type ReadAddresses,
  readAddresses,
} from '#src/manuscript/promised-addresses.ts';
import { createManuscriptReader, type ReadManuscript } from '#src/manuscript/read-manuscript.ts';
import type { ManuscriptTools } from '#src/manuscript/tools.ts';
import { addressBook } from '#src/site/address-book.ts';
import { checkPromises } from '#src/site/check-promises.ts';
import { checkReferences } from '#src/site/check-references.ts';
import { createUrls } from '#src/site/urls.ts';
import { publishedAt } from '#src/story/publication.ts';
import { assembleSite } from '#src/story/site.ts';
import { inspectInline } from '#src/text/inspect.ts';
import { imageFolder } from './converted-images.ts';
import { listFolder } from './folders.ts';
import { createMeasureImage } from './measure-image.ts';
import { inspectBody } from './inspect-body.ts';

export interface LoadOptions {
  /** Absolute. */
  readonly contentDir: string;
  /** Absolute: files served as they are, which the text may link to. */
  readonly publicDir: string;
  /** Absolute: where what is known of images is remembered. */
  readonly workDir: string;
  /** Epoch milliseconds: the moment that the site is shown at. */
  readonly now: number;
  /**
   * Epoch milliseconds by the clock, whatever moment `now` was set to. What was published since is
   * no broken promise of a site that is shown as it was before.
   */
  readonly clock?: () => number;
  /** What reads texts, or remembers what was read; otherwise each is read anew. */
  readonly inspect?: ManuscriptTools['inspectBodies'];
}

export interface LoadedContent {
  /** What passed; undefined when site.yaml cannot be used. */
  readonly manuscript: Manuscript | undefined;
  /** The list that was checked; undefined where it, or site.yaml, cannot be used. */
  readonly promised: PromisedAddresses | undefined;
  readonly findings: readonly Finding[];
}

/** Reads a content folder again and again: files that have not changed since are not read anew. */
export interface ContentReader {
  /**
   * As `loadContent`, at a moment (epoch milliseconds); not to be called again before it has ended.
   * The entry of a file that has not changed since the last call is the same object again.
   */
  readonly read: (now: number) => Promise<LoadedContent>;
}

/**
 * Reads and checks a content folder: the one way in for the build, `check` and the live view, all of
 * which are thus spared the advice that the writer has switched off.
 */
export function loadContent({ now, ...options }: LoadOptions): Promise<LoadedContent> {
  return createContentReader(options).read(now);
}

/** `loadContent` for a process that lives on. */
export function createContentReader({
  contentDir,
  publicDir,
  workDir,
  clock,
  inspect = (bodies) => Promise.resolve(bodies.map(inspectBody)),
}: Omit<LoadOptions, 'now'>): ContentReader {
  const reader = createManuscriptReader(contentDir, {
    inspectBodies: inspect,
    inspectInline,
    measureImage: createMeasureImage(imageFolder(workDir)),
  });
  let list: ReadAddresses | undefined;
  return {
    async read(now) {
      const manuscript = await reader.read();
      list = await readAddresses(contentDir, list);
      return check(manuscript, { list, contentDir, publicDir, now, clock: clock?.() ?? now });
    },
  };
}

interface Check {
  readonly list: ReadAddresses;
  readonly contentDir: string;
  readonly publicDir: string;
  readonly now: number;
  readonly clock: number;
}

/** Adds what only the whole site can tell. */
function check(
  { manuscript, findings, silenced }: ReadManuscript,
  { list, contentDir, publicDir, now, clock }: Check,
): LoadedContent {
  if (manuscript === undefined) {
    return { manuscript, promised: undefined, findings: withoutSilenced(findings, silenced) };
  }

  const served = listFolder(publicDir);
  const urls = createUrls(manuscript.settings);
  const site = assembleSite(manuscript, { now, show: 'published' });
  const references = checkReferences({
    manuscript,
    isPublished: publishedAt(now),
    hasAddress: addressBook(
      site,
      urls,
      served.files.map((path) => `/${path}`),
    ),
  });
  const { promised, findings: ofList } = list;
  const isPublished = publishedAt(Math.max(now, clock));
  const promises = promised ? checkPromises({ manuscript, promised, isPublished }) : ofList;
  const loops = served.loops.map((path): Finding => {
    const file = relative(contentDir, join(publicDir, path)).replaceAll(sep, '/');
    return { code: 'folder-loop', file, values: {} };
  });
  const all = [...findings, ...withDefinitions(references, findings), ...promises, ...loops];
  return { manuscript, promised, findings: withoutSilenced(all, silenced) };
}

/** Links that go nowhere, each with the line of text that Markdown has read as what it leads to. */
function withDefinitions(
  references: readonly Finding[],
  findings: readonly Finding[],
): readonly Finding[] {
  const keyOf = ({ file, values }: Finding) => `${file}\0${String(values['url'])}`;
  // The first stays where several would do.
  const definitions = new Map(
    findings
      .filter(({ code }) => code === 'definition-unused')
      .toReversed()
      .map((finding) => [keyOf(finding), finding]),
  );
  return references.map((finding) => {
    const definition =
      finding.code === 'link-missing' ? definitions.get(keyOf(finding)) : undefined;
    const { label } = definition?.values ?? {};
    return label === undefined || definition?.line === undefined
      ? finding
      : { ...finding, values: { ...finding.values, label, definition: definition.line } };
  });
}
