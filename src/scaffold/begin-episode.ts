import { join } from 'node:path';
import type { EpisodeRequest } from './arguments.ts';
import { lastOrder, planEpisode, readAfter } from './plan-episode.ts';
import { askUntil, type Reading } from './questioner.ts';
import { Refusal } from '#src/command/refusal.ts';
import { type Survey, type SurveyedSeries } from './survey.ts';
import { wordsFor } from './words.ts';
import type { Workplace } from './workplace.ts';
import { errorCode, writeNewFile } from './write-new.ts';

/**
 * Writes the next file of a series.
 *
 * @param surveyAgain - for when somebody else was faster
 * @returns what to tell the person
 * @throws Refusal when it cannot be done, Cancelled when it is not wanted any more
 */
export async function beginEpisode(
  given: EpisodeRequest,
  series: SurveyedSeries,
  survey: Survey,
  surveyAgain: () => Promise<Survey>,
  workplace: Workplace,
): Promise<string> {
  const { contentDir, language, now, show } = workplace;
  const words = wordsFor[language];
  const request = await askWhere(given, series, workplace);
  const { settings } = survey;
  let current = series;
  for (;;) {
    const file = planEpisode({ request, series: current, settings, now: now(), language });
    const path = join(contentDir, current.folder, file.name);
    if (write(path, file.text, workplace)) {
      const broken = current.leftOut.map((left) => show(join(contentDir, left.path)));
      return [
        words.episodeWritten(show(path), file.place),
        ...(broken.length === 0 ? [] : [words.brokenSiblings(broken)]),
      ].join('\n');
    }
    const { series: all } = await surveyAgain();
    const found = all.find(({ folder }) => folder === series.folder);
    if (found === undefined) {
      throw new Refusal(words.unknownSeries(series.entry.id, undefined));
    }
    current = found;
  }
}

/** An extra may go anywhere in the story: a person who is there is asked. */
async function askWhere(
  request: EpisodeRequest,
  series: SurveyedSeries,
  { questioner, language }: Workplace,
): Promise<EpisodeRequest> {
  const last = lastOrder(series);
  const isOpen = request.kind === 'extra' && request.after === undefined;
  if (!isOpen || questioner === undefined || last === undefined) {
    return request;
  }
  const read = (answer: string): Reading<string> => {
    try {
      readAfter(answer, series, language);
      return { value: answer };
    } catch (error) {
      if (error instanceof Refusal) {
        return { problem: error.message };
      }
      throw error;
    }
  };
  const after = await askUntil(questioner, wordsFor[language].askAfter, read, String(last));
  return { ...request, after };
}

function write(path: string, text: string, { language, show }: Workplace): boolean {
  try {
    return writeNewFile(path, text);
  } catch (error) {
    const reason = errorCode(error);
    throw reason === undefined
      ? error
      : new Refusal(wordsFor[language].cannotWrite(show(path), reason));
  }
}
