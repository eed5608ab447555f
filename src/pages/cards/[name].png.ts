import type { GetStaticPaths } from 'astro';
import type { Card } from '#src/integration/cards.ts';
import { getContext } from '#src/integration/context.ts';
import { answerWith, type MakeFile } from '#src/integration/endpoint.ts';

interface Props extends Record<string, unknown> {
  card: Card;
}

/** Only what has a page, and no image that its writer chose for it. */
export const getStaticPaths = (async () => {
  const { cards } = await getContext();
  return cards.shown().map((card) => {
    const [name = ''] = card.fileName.split('.');
    // Its name says all that is on it.
    return { params: { name }, props: { card }, cacheKey: name };
  });
}) satisfies GetStaticPaths;

export const makeFile: MakeFile<Props> = async ({ card }) => (await getContext()).cards.bytes(card);
export const GET = answerWith(makeFile, 'image/png');
