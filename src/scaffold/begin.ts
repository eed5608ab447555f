import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { readArguments, type Request } from './arguments.ts';
import { beginEpisode } from './begin-episode.ts';
import { beginSeries } from './begin-series.ts';
import { chooseSeries } from './choose-series.ts';
import { Refusal } from '#src/command/refusal.ts';
import { Cancelled } from './cancelled.ts';
import { type Survey, takeSurvey } from './survey.ts';
import { wordsFor } from './words.ts';
import type { Workplace } from './workplace.ts';

/** How a command ended. */
export interface Outcome {
  readonly exitCode: 0 | 1 | 130;
  /** For the person; where the exit code is not 0, nothing was written. */
  readonly message: string;
}

/**
 * Begins an episode or a series, as the arguments say. Nothing that is there is ever overwritten.
 *
 * @throws only what is a mistake of ours
 */
export async function begin(args: readonly string[], workplace: Workplace): Promise<Outcome> {
  const words = wordsFor[workplace.language];
  try {
    const message = await fulfil(readArguments(args, words), workplace);
    return { exitCode: 0, message };
  } catch (error) {
    if (error instanceof Refusal) {
      return { exitCode: 1, message: error.message };
    }
    if (error instanceof Cancelled) {
      return { exitCode: 130, message: words.cancelled };
    }
    throw error;
  }
}

async function fulfil(request: Request, workplace: Workplace): Promise<string> {
  if (request.kind === 'help') {
    return wordsFor[workplace.language].usage;
  }
  const survey = await surveyOrRefuse(workplace);
  if (request.kind === 'series') {
    return beginSeries(request, survey, workplace);
  }
  const series = await chooseSeries(request.series, survey, workplace);
  return series === 'new'
    ? beginSeries({ kind: 'series' }, survey, workplace)
    : beginEpisode(request, series, survey, () => surveyOrRefuse(workplace), workplace);
}

/** Without site.yaml there is no telling in which language and time zone to write. */
async function surveyOrRefuse({ contentDir, language, show }: Workplace): Promise<Survey> {
  const survey = await takeSurvey(contentDir);
  if (!('settings' in survey)) {
    const whole = survey.findings.filter(({ file }) => file === '.' || file === 'site.yaml');
    // The lack of a series is what this command is there to mend.
    const errors = whole.filter((finding) => finding.code !== 'no-series' && hasErrors([finding]));
    throw new Refusal(reportText(errors, { contentPath: show(contentDir), language }).trimEnd());
  }
  return survey;
}
