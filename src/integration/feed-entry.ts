import { createEntry, type DatedEpisode } from '#src/feeds/site-feed.ts';
import type { FeedEntry } from '#src/feeds/feed.ts';
import { wholeTextHtml, type Note } from '#src/feeds/whole-text.ts';
import { excerpt } from '#src/site/excerpt.ts';
import { episodeHeadline } from '#src/site/headline.ts';
import { warningsOf } from '#src/story/warnings.ts';
import { inlineText } from '#src/text/inline.ts';
import type { Context } from './context.ts';
import { descriptionLimit } from './heads.ts';

/** An episode as feeds have it, its text with it where they hold whole texts. */
export async function feedEntry(context: Context, episode: DatedEpisode): Promise<FeedEntry> {
  const { render, site, urls } = context;
  const { settings } = site;
  const series = context.seriesOf(episode);
  const { language } = series;
  const { strings } = context.words(language);
  const plain = (notation: string) => inlineText(notation, language);
  const source = { ...series, path: episode.path };
  const page = urls.absolute(urls.episode(episode));
  const body = await render.fileForFeed(source, page);
  const note = (name: 'foreword' | 'afterword'): Note | undefined => {
    const markdown = episode[name];
    if (markdown === undefined) return undefined;
    return { heading: strings[name], html: render.markdownForFeed(markdown, source, page) };
  };
  const warnings = warningsOf(series, episode);
  const whole = () => ({
    warnings: warnings.length > 0 ? strings.list(strings.warnings, warnings) : undefined,
    foreword: note('foreword'),
    body: body.html,
    afterword: note('afterword'),
  });
  const image = episode.image === undefined ? undefined : render.card(episode.image);
  return createEntry({ settings, urls }, series, episode, {
    title: episodeHeadline(series, episode, plain).seriesFirst,
    category: series.category,
    summary:
      episode.summary === undefined
        ? excerpt(body.text, descriptionLimit(language))
        : plain(episode.summary),
    content: settings.feeds.content === 'full' ? wholeTextHtml(whole()) : undefined,
    image: image && urls.absolute(image.src),
  });
}
