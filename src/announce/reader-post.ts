import { webIntent } from '#src/site/web-intent.ts';
import type { Urls } from '#src/site/urls.ts';
import type { Episode, Series, Site } from '#src/story/model.ts';
import { announcementOf, usualTemplate } from './announcement.ts';
import { xText } from './channels/x-text.ts';

/** An address that opens X for a reader, with what names an episode: not in the writer's own words. */
export function readerPost(site: Site, series: Series, episode: Episode, urls: Urls): string {
  const announcement = announcementOf(site, series, episode, urls);
  const said = xText({ ...announcement, template: usualTemplate(series.language) });
  return webIntent({ text: said?.withoutAddress ?? '', url: announcement.address });
}
