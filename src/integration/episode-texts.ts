import type { Episode } from '#src/story/model.ts';
import type { Context } from './context.ts';
import type { Rendered } from './render.ts';

/** All that an episode's page shows of its file. */
export interface EpisodeTexts {
  readonly foreword: Rendered | undefined;
  readonly body: Rendered;
  readonly afterword: Rendered | undefined;
}

/** @throws ContentError as `Renderer.file` */
export async function renderEpisode(context: Context, episode: Episode): Promise<EpisodeTexts> {
  const { render } = context;
  const source = { ...context.seriesOf(episode), path: episode.path };
  const note = (name: 'foreword' | 'afterword') => {
    const markdown = episode[name];
    return markdown === undefined
      ? undefined
      : render.markdown(markdown, { ...source, idPrefix: `${name}-` });
  };
  return {
    foreword: note('foreword'),
    body: await render.file(source),
    afterword: note('afterword'),
  };
}
