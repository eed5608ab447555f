import type { FeedTexts } from '#src/feeds/site-feed.ts';
import type { Series } from '#src/story/model.ts';
import { inlineText } from '#src/text/inline.ts';
import type { Context } from './context.ts';
import { feedTitle, seriesSynopsis } from './heads.ts';

/** @param series - undefined for the feed of the whole site */
export function feedTexts(context: Context, series: Series | undefined): FeedTexts {
  const { description, language } = context.site.settings;
  const title = feedTitle(context, series);
  const said = series
    ? seriesSynopsis(context, series)
    : description && inlineText(description, language);
  // RSS wants one.
  return { title, description: said ?? title };
}
