import { cardSize } from '#src/card/card-design.ts';
import type { PageEntry } from '#src/manuscript/manuscript.ts';
import { feedForms, type FeedForm } from '#src/site/feed-forms.ts';
import type { FeedLink, Head, HeadImage } from '#src/site/head.ts';
import { excerpt } from '#src/site/excerpt.ts';
import { episodeHeadline } from '#src/site/headline.ts';
import { episodeData, seriesData } from '#src/site/structured-data.ts';
import { lengthUnit } from '#src/story/length.ts';
import type { Episode, Series } from '#src/story/model.ts';
import { neighbours } from '#src/story/navigation.ts';
import { inlineText } from '#src/text/inline.ts';
import { chosenImage, type Card } from './cards.ts';
import type { Context } from './context.ts';
import type { EpisodeTexts } from './episode-texts.ts';
import type { Rendered } from './render.ts';

/** Graphemes of a description: what search engines and cards show of it. */
export function descriptionLimit(language: string): number {
  return lengthUnit(language) === 'characters' ? 120 : 200;
}

/** @param texts - whose body describes an episode without a summary */
export function episodeHead(context: Context, episode: Episode, texts: EpisodeTexts): Head {
  const { urls } = context;
  const series = context.seriesOf(episode);
  const { language } = series;
  const { format } = context.words(language);
  const { previous, next } = neighbours(series, episode);
  const moment = (date: number | undefined) =>
    date === undefined ? undefined : format.timestamp(date);

  const title = episodeHeadline(series, episode, (notation) => inlineText(notation, language));
  const chosen = writersImage(context, chosenImage(series, episode));
  const facts = {
    url: urls.absolute(urls.episode(episode)),
    description: excerpt(
      episode.summary === undefined ? texts.body.text : inlineText(episode.summary, language),
      descriptionLimit(language),
    ),
    author: series.author,
    published: moment(episode.date),
    modified: moment(episode.updated),
  };
  return {
    ...base(context, language),
    ...facts,
    // Few, since they are on every page of a story.
    feeds: [feedLink(context, 'rss', series), feedLink(context, 'rss')],
    title: title.withSeries,
    canonical: facts.url,
    previous: previous && urls.episode(previous),
    next: next && urls.episode(next),
    type: 'article',
    image: chosen ?? cardImage(context, context.cards.ofEpisode(series, episode), title.withSeries),
    embedHosts: [texts.foreword, texts.body, texts.afterword].flatMap(
      (text) => text?.embedHosts ?? [],
    ),
    structuredData: episodeData({
      ...facts,
      headline: title.own,
      language,
      image: chosen?.url,
      position: episode.position === undefined ? undefined : episode.position + 1,
      wordCount: episode.length.unit === 'words' ? episode.length.amount : undefined,
      series: {
        url: urls.absolute(urls.series(series.id)),
        name: inlineText(series.title, language),
      },
    }),
  };
}

export function seriesHead(context: Context, series: Series): Head {
  const { urls } = context;
  const { language } = series;
  const { format } = context.words(language);
  const dates = series.readingOrder.flatMap((episode) => episode.date ?? []);
  const day = (pick: (...moments: number[]) => number) =>
    dates.length > 0 ? format.isoDate(pick(...dates)) : undefined;
  const synopsis = renderSynopsis(context, series);
  const facts = {
    url: urls.absolute(urls.series(series.id)),
    description: synopsis && excerpt(synopsis.text, descriptionLimit(language)),
    author: series.author,
  };
  const title = inlineText(series.title, language);
  const chosen = writersImage(context, chosenImage(series));
  return {
    ...base(context, language),
    ...facts,
    feeds: feedForms.map((form) => feedLink(context, form, series)),
    title,
    canonical: facts.url,
    type: 'book',
    image: chosen ?? cardImage(context, context.cards.ofSeries(series), title),
    embedHosts: synopsis?.embedHosts ?? [],
    structuredData: seriesData({
      ...facts,
      name: title,
      language,
      image: chosen?.url,
      startDate: day(Math.min),
      endDate: series.status === 'complete' ? day(Math.max) : undefined,
    }),
  };
}

/** The head of a page of the site itself: home, archive, about. */
export function siteHead(
  context: Context,
  page: { title?: string; path?: string; description?: string | undefined },
): Head {
  const { site, urls, cards } = context;
  const { language, description } = site.settings;
  const shared = base(context, language);
  return {
    ...shared,
    feeds: feedForms.map((form) => feedLink(context, form)),
    title: page.title === undefined ? undefined : inlineText(page.title, language),
    description: page.description ?? (description && inlineText(description, language)),
    canonical: page.path === undefined ? undefined : urls.absolute(page.path),
    type: 'website',
    image: cardImage(context, cards.ofSite, shared.siteTitle),
    author: site.settings.author,
  };
}

/** The beginning of a series' synopsis, as plain text. */
export function seriesDescription(context: Context, series: Series): string | undefined {
  const synopsis = seriesSynopsis(context, series);
  return synopsis && excerpt(synopsis, descriptionLimit(series.language));
}

/** The whole of it, a line a block. */
export function seriesSynopsis(context: Context, series: Series): string | undefined {
  return renderSynopsis(context, series)?.text;
}

function renderSynopsis({ render }: Context, series: Series): Rendered | undefined {
  return series.description === undefined ? undefined : render.markdown(series.description, series);
}

function base({ site }: Context, language: string) {
  const siteTitle = inlineText(site.settings.title, site.settings.language);
  return { siteTitle, locale: language };
}

function feedLink(context: Context, form: FeedForm, series?: Series): FeedLink {
  return { form, href: context.urls.feed(form, series?.id), title: feedTitle(context, series) };
}

/** @param series - undefined for the feed of the whole site */
export function feedTitle({ site }: Context, series: Series | undefined): string {
  const { title, language } = site.settings;
  const own = series && inlineText(series.title, series.language);
  return [own, inlineText(title, language)].filter((part) => part !== undefined).join(' - ');
}

function writersImage({ render, urls }: Context, path: string | undefined): HeadImage | undefined {
  const image = path === undefined ? undefined : render.card(path);
  return image && { url: urls.absolute(image.src), width: image.width, height: image.height };
}

function cardImage({ urls }: Context, { fileName }: Card, alt: string): HeadImage {
  return { url: urls.absolute(urls.card(fileName)), ...cardSize, alt };
}

/** The head of a page of its own, such as /about/. */
export function pageHead(context: Context, page: PageEntry, body: Rendered): Head {
  const { language } = context.site.settings;
  const summary = page.summary === undefined ? body.text : inlineText(page.summary, language);
  const description = excerpt(summary, descriptionLimit(language));
  const head = { title: page.title, path: context.urls.page(page.slug), description };
  return { ...siteHead(context, head), embedHosts: body.embedHosts };
}
