import { hash } from 'node:crypto';
import {
  episodeCardTexts,
  seriesCardText,
  siteCardText,
  type CardText,
} from '#src/card/card-text.ts';
import type { Episode, Series, Site } from '#src/story/model.ts';
import { cardFace } from './card-face.ts';

/** The picture that stands for a page where its address is shared. */
export interface Card {
  /** Named by all that decides its bytes, so that a changed one is fetched anew. */
  readonly fileName: string;
  readonly text: CardText;
}

/** The cards of a site. */
export interface Cards {
  readonly ofSite: Card;
  readonly ofSeries: (series: Series) => Card;
  readonly ofEpisode: (series: Series, episode: Episode) => Card;
  /** Those that a page shows, each once: none where the writer has an image of their own. */
  readonly shown: () => readonly Card[];
  /** A PNG. It is drawn anew each time, which takes no longer than to read it from a file. */
  readonly bytes: (card: Card) => Uint8Array;
}

/** What the writer has chosen to stand for an episode, or for its series: a path in the content. */
export function chosenImage(series: Series, episode?: Episode): string | undefined {
  return episode?.image ?? series.image;
}

export interface CardsOptions {
  /** With what is shown of it, and nothing else. */
  readonly site: Site;
  /** Absolute: the folder of package.json. */
  readonly root: string;
}

export async function createCards({ site, root }: CardsOptions): Promise<Cards> {
  const face = await cardFace(root);
  const known = new Map<object, Card>();
  const remembered = (of: object, text: () => CardText): Card => {
    const card = known.get(of) ?? named(text());
    known.set(of, card);
    return card;
  };
  const named = (text: CardText): Card => {
    const digest = hash('sha256', `${face.key}${JSON.stringify(text)}`);
    return { fileName: `${digest.slice(0, 16)}.png`, text };
  };
  const ofSite = remembered(site, () => siteCardText(site.settings));
  const ofSeries: Cards['ofSeries'] = (series) =>
    remembered(series, () => seriesCardText(series, site.settings));
  const textsOf = new Map<Series, (episode: Episode) => CardText>();
  const ofEpisode: Cards['ofEpisode'] = (series, episode) => {
    const texts = textsOf.get(series) ?? episodeCardTexts(series, site.settings);
    textsOf.set(series, texts);
    return remembered(episode, () => texts(episode));
  };
  return {
    ofSite,
    ofSeries,
    ofEpisode,
    shown() {
      const cards = site.series.flatMap((series) => {
        const parts = [...series.readingOrder, ...series.notices];
        const bare = parts.filter((episode) => chosenImage(series, episode) === undefined);
        return [
          ...(chosenImage(series) === undefined ? [ofSeries(series)] : []),
          ...bare.map((episode) => ofEpisode(series, episode)),
        ];
      });
      return [...new Map([ofSite, ...cards].map((card) => [card.fileName, card])).values()];
    },
    bytes: ({ text }) => face.press().draw(text),
  };
}
