import type { APIRoute, GetStaticPaths } from 'astro';
import type { Card } from '#src/integration/cards.ts';
import { getContext } from '#src/integration/context.ts';

/** Only what has a page, and no image that its writer chose for it. */
export const getStaticPaths = (async () => {
  const { cards } = await getContext();
  return cards.shown().map((card) => {
    const [name = ''] = card.fileName.split('.');
    // Its name says all that is on it.
    return { params: { name }, props: { card }, cacheKey: name };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) => {
  const { cards } = await getContext();
  return new Response(new Uint8Array(cards.bytes(props.card)), {
    headers: { 'Content-Type': 'image/png' },
  });
};
