import type { APIRoute, GetStaticPaths } from 'astro';
import { getContext } from '#src/integration/context.ts';
import { feedFiles, type FeedFile } from '#src/integration/feed-output.ts';

export const getStaticPaths = (async () =>
  feedFiles(await getContext()).map((file) => ({
    params: { feed: file.path },
    props: { file },
    cacheKey: file.key(),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: FeedFile }> = async ({ props }) => {
  const { mediaType, bytes } = props.file;
  return new Response(await bytes(), {
    headers: { 'Content-Type': `${mediaType}; charset=utf-8` },
  });
};
