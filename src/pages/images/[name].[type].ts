import type { GetStaticPaths } from 'astro';
import { getContext } from '#src/integration/context.ts';
import { answerWith, type MakeFile } from '#src/integration/endpoint.ts';
import { imageMediaType, type ShownImage } from '#src/integration/shown-images.ts';

interface Props extends Record<string, unknown> {
  image: ShownImage;
}

/** Only what something shown needs: an image of an unpublished episode is not in the output. */
export const getStaticPaths = (async () => {
  const { images } = await getContext();
  return images().map((image) => {
    const [name = '', type = ''] = image.fileName.split('.');
    return { params: { name, type }, props: { image }, cacheKey: image.fileName };
  });
}) satisfies GetStaticPaths;

export const makeFile: MakeFile<Props> = async ({ image }) =>
  (await getContext()).converted.bytes(image);
export const GET = answerWith(makeFile, ({ params }) => imageMediaType(params['type'] ?? ''));
