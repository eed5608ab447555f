import type { APIRoute, GetStaticPaths } from 'astro';
import { getContext } from '#src/integration/context.ts';
import { imageMediaType, type ShownImage } from '#src/integration/shown-images.ts';

/** Only what something shown needs: an image of an unpublished episode is not in the output. */
export const getStaticPaths = (async () => {
  const { images } = await getContext();
  return images().map((image) => {
    const [name = '', type = ''] = image.fileName.split('.');
    return { params: { name, type }, props: { image }, cacheKey: image.fileName };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ image: ShownImage }> = async ({ props, params }) => {
  const { converted } = await getContext();
  return new Response(new Uint8Array(await converted.bytes(props.image)), {
    headers: { 'Content-Type': imageMediaType(params['type'] ?? '') },
  });
};
