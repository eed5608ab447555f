import type { GetStaticPaths } from 'astro';
import { getContext } from '#src/integration/context.ts';
import { answerWith, type MakeFile } from '#src/integration/endpoint.ts';
import { feedFiles, type FeedFile } from '#src/integration/feed-output.ts';

interface Props extends Record<string, unknown> {
  file: FeedFile;
}

export const getStaticPaths = (async () =>
  feedFiles(await getContext()).map((file) => ({
    params: { feed: file.path },
    props: { file },
    cacheKey: file.key(),
  }))) satisfies GetStaticPaths;

export const makeFile: MakeFile<Props> = ({ file }) => file.bytes();
export const GET = answerWith(makeFile, ({ props }) => `${props.file.mediaType}; charset=utf-8`);
