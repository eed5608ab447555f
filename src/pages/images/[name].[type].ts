import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getContext } from '#src/integration/context.ts';
import { imageMediaType } from '#src/integration/shown-images.ts';

/** Only what something shown names: an image of an unpublished episode is not in the output. */
export const getStaticPaths = (async () => {
  const { images } = await getContext();
  return images.map(({ fileName, source }) => {
    const [name = '', type = ''] = fileName.split('.');
    return { params: { name, type }, props: { source } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ source: string }> = async ({ props, params }) =>
  new Response(new Uint8Array(await readFile(props.source)), {
    headers: { 'Content-Type': imageMediaType(params['type'] ?? '') },
  });
