import { getCollection } from 'astro:content';
import type { Finding } from '#src/diagnostics/finding.ts';
import { createFormatter, type Formatter } from '#src/site/format.ts';
import { createResolver } from '#src/site/references.ts';
import { stringsFor, type Strings } from '#src/site/strings.ts';
import { createUrls, type Urls } from '#src/site/urls.ts';
import type { Series, Site } from '#src/story/model.ts';
import { assembleSite } from '#src/story/site.ts';
import { createCards, type Cards } from './cards.ts';
import { fromItems } from './content-items.ts';
import { createConvertedImages, imageFolder, type ConvertedImages } from './converted-images.ts';
import { readProject } from './project.ts';
import { createRenderer, type Renderer } from './render.ts';
import { shownImages, type ShownImage } from './shown-images.ts';

/** Everything that a page needs. */
export interface Context {
  readonly site: Site;
  readonly urls: Urls;
  readonly render: Renderer;
  /** The images that something shown needs, and nothing else. */
  readonly images: readonly ShownImage[];
  readonly converted: ConvertedImages;
  readonly cards: Cards;
  readonly findings: readonly Finding[];
  /** The writer's own view in the development server: drafts are shown and marked. */
  readonly isLive: boolean;
  /** The series of an episode. */
  readonly seriesOf: (episode: { readonly seriesId: string }) => Series;
  /** Words, dates and numbers in a language. */
  readonly words: (language: string) => { strings: Strings; format: Formatter };
}

// Set by the integration.
declare const IS_LIVE_VIEW: boolean;

const isLive = IS_LIVE_VIEW;
let built: Promise<Context> | undefined;

/** The site's context: made once for a build, and anew for each page of the live view. */
export async function getContext(): Promise<Context> {
  if (isLive) return createContext();
  built ??= createContext();
  return built;
}

async function createContext(): Promise<Context> {
  const items = (await getCollection('content')).map((entry) => entry.data);
  const { manuscript, findings } = fromItems(items);
  const { root, contentDir, workDir, now } = readProject(process.cwd(), process.env);
  const site = assembleSite(manuscript, { now: now(), show: isLive ? 'all' : 'published' });
  const urls = createUrls(site.settings);
  const shown = new Set([...site.newest, ...site.pages].map(({ path }) => path));
  const references = createResolver(manuscript, ({ path }) => shown.has(path));
  const { images, settings } = manuscript;
  const { embeds = [] } = settings;
  const render = createRenderer({ contentDir, images, references, urls, embeds });
  const seriesById = new Map(site.series.map((series) => [series.id, series]));
  const wordsByLanguage = new Map<string, { strings: Strings; format: Formatter }>();

  return {
    site,
    urls,
    render,
    images: shownImages({ contentDir, manuscript, site, references }),
    converted: createConvertedImages(imageFolder(workDir)),
    cards: await createCards({ site, root }),
    findings,
    isLive,
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
