import { recordReading } from './reading-record.ts';

/** An episode counts as read once it has been opened, which a page that is made ready has not been. */
const article = document.querySelector<HTMLElement>('article[data-episode-id]');
if ('prerendering' in document && document.prerendering === true) {
  document.addEventListener('prerenderingchange', record, { once: true });
} else {
  record();
}

function record(): void {
  const { series, episodeId } = article?.dataset ?? {};
  if (series !== undefined && episodeId !== undefined) recordReading(series, episodeId);
}
