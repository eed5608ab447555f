import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cardNode } from '#src/card/draw-card.ts';
import { layOutCard } from '#src/card/card-layout.ts';
import {
  episodeCardText,
  seriesCardText,
  siteCardText,
  type CardText,
} from '#src/card/card-text.ts';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import type { Episode, Series, Site } from '#src/story/model.ts';
import { cardFace } from './card-face.ts';
import { createFileCache } from './file-cache.ts';

/** The picture that stands for a page where its address is shared. */
export interface Card {
  /** Named by all that decides its bytes, so that a changed one is fetched anew. */
  readonly fileName: string;
  readonly text: CardText;
}

/** The cards of a site: drawn once, and remembered from build to build. */
export interface Cards {
  readonly ofSite: Card;
  readonly ofSeries: (series: Series) => Card;
  readonly ofEpisode: (series: Series, episode: Episode) => Card;
  /** Those that a page shows, each once: none where the writer has an image of their own. */
  readonly shown: () => readonly Card[];
  /** A PNG. */
  readonly bytes: (card: Card) => Promise<Uint8Array>;
  /** Draws what is not remembered, with all cores, and forgets what is long unused. */
  readonly prepare: (cards: readonly Card[]) => Promise<void>;
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
  /** Absolute: cards are remembered in it. */
  readonly workDir: string;
}

/** Enough for any machine: each holds a picture of 3 MB in memory. */
const mostAtOnce = 8;

export async function createCards({ site, root, workDir }: CardsOptions): Promise<Cards> {
  const face = await cardFace(root);
  const cache = createFileCache(join(workDir, 'cache', 'cards'));
  const known = new Map<object, Card>();
  const remembered = (of: object, text: () => CardText): Card => {
    const card = known.get(of) ?? named(text());
    known.set(of, card);
    return card;
  };
  const named = (text: CardText): Card => {
    const hash = createHash('sha256').update(face.key);
    hash.update(JSON.stringify(cardNode(layOutCard(text, face))));
    return { fileName: `${hash.digest('hex').slice(0, 16)}.png`, text };
  };
  const ofSite = remembered(site, () => siteCardText(site.settings));
  const ofSeries: Cards['ofSeries'] = (series) =>
    remembered(series, () => seriesCardText(series, site.settings));
  const ofEpisode: Cards['ofEpisode'] = (series, episode) =>
    remembered(episode, () => episodeCardText(series, episode, site.settings));
  const bytes: Cards['bytes'] = async ({ fileName, text }) => {
    const kept = await cache.get(fileName);
    if (kept !== undefined) return kept;
    const press = await face.press();
    const drawn = await press.draw(layOutCard(text, face));
    await cache.set(fileName, drawn);
    return drawn;
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
    bytes,
    async prepare(cards) {
      await mapConcurrently(cards, Math.min(availableParallelism(), mostAtOnce), async (card) => {
        await bytes(card);
      });
      await cache.removeUnused();
    },
  };
}
