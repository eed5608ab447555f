import type { Finding } from '#src/diagnostics/finding.ts';
import type { Manuscript } from '#src/manuscript/manuscript.ts';
import { once } from '#src/manuscript/once.ts';
import { createFormatter, type Formatter } from '#src/site/format.ts';
import { createResolver } from '#src/site/references.ts';
import { stringsFor, type Strings } from '#src/site/strings.ts';
import { createUrls, type Urls } from '#src/site/urls.ts';
import type { Series, Site } from '#src/story/model.ts';
import { assembleSite } from '#src/story/site.ts';
import { createCards, type Cards } from './cards.ts';
import { createConvertedImages, imageFolder, type ConvertedImages } from './converted-images.ts';
import { readLiveContent } from './live-content.ts';
import { createOutputKeys, noKeys, type OutputKeys } from './output-keys.ts';
import { readProject, type Project } from './project.ts';
import { checkedBodies, presentBodies } from './read-body.ts';
import { createRenderer, type Renderer } from './render.ts';
import { shownImages, type ShownImage } from './shown-images.ts';
import { projectTexts, storedTexts } from './text-store.ts';

/** Everything that a page needs. */
export interface Context {
  readonly site: Site;
  readonly urls: Urls;
  readonly render: Renderer;
  /** The images that something shown needs, and nothing else. */
  readonly images: () => readonly ShownImage[];
  readonly converted: ConvertedImages;
  readonly cards: Cards;
  readonly findings: readonly Finding[];
  /** The writer's own view in the development server: drafts are shown and marked. */
  readonly isLive: boolean;
  /** When an output is another one than it was in the last build; where nobody asks, empty. */
  readonly keys: OutputKeys;
  /** The series of an episode. */
  readonly seriesOf: (episode: { readonly seriesId: string }) => Series;
  /** Words, dates and numbers in a language. */
  readonly words: (language: string) => { strings: Strings; format: Formatter };
}

/** What the content was read as, and the moment that the site is shown at. */
export interface ReadContent {
  readonly manuscript: Manuscript;
  readonly findings: readonly Finding[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Where a context reads. */
export type ContextFolders = Pick<Project, 'root' | 'contentDir' | 'workDir'>;

export interface ContextOptions {
  /** Whether it is to be found out what outputs are made of. */
  readonly keyed: boolean;
}

// Set by the integration.
declare const IS_LIVE_VIEW: boolean;

const isLive = IS_LIVE_VIEW;
let opened: Promise<Context> | undefined;

/** Opens a site for a build: every page of this process or thread is then a page of it. */
export function openContext(
  folders: ContextFolders,
  content: ReadContent,
  options: ContextOptions,
): Promise<Context> {
  opened = createContext(folders, content, options);
  return opened;
}

/**
 * The site's context: that which a build has opened, and a new one for each page of the live view.
 *
 * @throws Error in a build that has opened none
 */
export async function getContext(): Promise<Context> {
  if (isLive) {
    const project = readProject(process.cwd(), process.env);
    return createContext(project, await readLiveContent(project), { keyed: false });
  }
  if (opened === undefined) throw new Error('no site is open');
  return opened;
}

async function createContext(
  folders: ContextFolders,
  content: ReadContent,
  { keyed }: ContextOptions,
): Promise<Context> {
  const { root, contentDir, workDir } = folders;
  const { manuscript, findings, now } = content;
  const site = assembleSite(manuscript, { now, show: isLive ? 'all' : 'published' });
  const urls = createUrls(site.settings);
  const shown = new Set([...site.newest, ...site.pages].map(({ path }) => path));
  const references = createResolver(manuscript, ({ path }) => shown.has(path));
  const { images, settings } = manuscript;
  const { embeds = [] } = settings;
  const storedText = storedTexts(manuscript, projectTexts(folders));
  const files = [...manuscript.episodes, ...manuscript.pages];
  const readBody = isLive ? presentBodies(contentDir) : checkedBodies(contentDir, files);
  const render = createRenderer({ readBody, images, references, urls, embeds, storedText });
  const seriesById = new Map(site.series.map((series) => [series.id, series]));
  const wordsByLanguage = new Map<string, { strings: Strings; format: Formatter }>();
  const needed = once(() => shownImages({ manuscript, site, references }));
  const converted = createConvertedImages({
    folder: imageFolder(workDir),
    contentDir,
    needed: () => new Set(needed().map(({ fileName }) => fileName)),
  });

  return {
    site,
    urls,
    render,
    images: needed,
    converted,
    cards: await createCards({ site, root }),
    findings,
    isLive,
    keys: keyed ? createOutputKeys({ manuscript, site, references }) : noKeys,
    seriesOf({ seriesId }) {
      const series = seriesById.get(seriesId);
      if (series === undefined) throw new Error(`no series ${seriesId} in the site`);
      return series;
    },
    words(language) {
      const known = wordsByLanguage.get(language);
      if (known !== undefined) return known;
      const format = createFormatter(language, site.settings.timezone);
      const words = { strings: stringsFor(language), format };
      wordsByLanguage.set(language, words);
      return words;
    },
  };
}
