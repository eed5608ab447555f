import { basename } from 'node:path';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { foldName } from '#src/manuscript/addresses.ts';
import { nearest } from '#src/manuscript/nearest.ts';
import { askUntil, type Reading } from './questioner.ts';
import { Refusal } from '#src/command/refusal.ts';
import type { Survey, SurveyedSeries } from './survey.ts';
import { wordsFor } from './words.ts';
import type { Workplace } from './workplace.ts';

/**
 * The series that was named, or else the one that the person chooses.
 *
 * @returns `new` where they would rather begin another
 * @throws Refusal where there is no such series, or none was named and nobody can be asked
 */
export async function chooseSeries(
  named: string | undefined,
  survey: Survey,
  workplace: Workplace,
): Promise<SurveyedSeries | 'new'> {
  const words = wordsFor[workplace.language];
  if (named !== undefined) {
    const found = findSeries(named, survey.series);
    if (found === undefined) {
      throw new Refusal(whyNot(named, survey, workplace));
    }
    return found;
  }
  const { questioner } = workplace;
  if (questioner === undefined) {
    const [first] = survey.series;
    throw new Refusal(
      first === undefined
        ? words.noSeries
        : `${words.seriesNeeded} npm run new -- ${first.entry.id}\n${listing(survey, words.seriesList)}`,
    );
  }
  const [only, ...others] = survey.series;
  if (only === undefined) {
    return 'new';
  }
  if (others.length === 0) {
    return only;
  }
  const choices = survey.series.map(
    ({ entry }, index) => `  ${String(index + 1)}. ${entry.title}  (${entry.id})`,
  );
  questioner.tell([...choices, `  0. ${words.newSeries}`].join('\n'));
  const read = (answer: string): Reading<SurveyedSeries | 'new'> => {
    const number = answer.normalize('NFKC');
    if (number === '0') {
      return { value: 'new' };
    }
    const value = survey.series[Number(number) - 1] ?? findSeries(answer, survey.series);
    return value === undefined ? { problem: words.answerByNumber } : { value };
  };
  return askUntil(questioner, words.whichSeries, read, '1');
}

/** A series by its id, or by the path of its folder, as the shell completes it. */
function findSeries(named: string, series: readonly SurveyedSeries[]): SurveyedSeries | undefined {
  const wanted = foldName(basename(named.replaceAll('\\', '/')));
  return series.find(({ entry }) => foldName(entry.id) === wanted);
}

/** A series that is there and cannot be read needs to be told from one that is not there. */
function whyNot(named: string, survey: Survey, { language, show, contentDir }: Workplace): string {
  const words = wordsFor[language];
  const wanted = foldName(basename(named.replaceAll('\\', '/')));
  const broken = survey.findings.filter(({ code, file, values }) => {
    const [folder = ''] = file.split('/');
    const isOwn = file === folder || file === `${folder}/series.yaml`;
    return isOwn && foldName(folder) === wanted && hasErrors([{ code, file, values }]);
  });
  if (broken.length > 0) {
    const report = reportText(broken, { contentPath: show(contentDir), language });
    return `${words.brokenSeries}\n${report.trimEnd()}`;
  }
  const ids = survey.series.map(({ entry }) => entry.id);
  const near =
    nearest(wanted, ids) ??
    ids.find((id) => foldName(id).startsWith(wanted)) ??
    survey.series.find(({ entry }) => entry.title === named.trim())?.entry.id;
  return ids.length === 0
    ? `${words.unknownSeries(named, undefined)}\n${words.noSeries}`
    : `${words.unknownSeries(named, near)}\n${listing(survey, words.seriesList)}`;
}

function listing(survey: Survey, heading: string): string {
  const rows = survey.series.map(({ entry }) => `  ${entry.id}  ${entry.title}`);
  return [heading, ...rows].join('\n');
}
