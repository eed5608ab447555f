import { join } from 'node:path';
import { foldName, nameProblem, reservedNames, suggestName } from '#src/manuscript/addresses.ts';
import { seriesSchema } from '#src/manuscript/schemas/series.ts';
import type { SeriesRequest } from './arguments.ts';
import { checkValues } from './check-values.ts';
import { episodeText } from './episode-text.ts';
import { explainName } from './explain.ts';
import { episodeName } from './file-name.ts';
import { localDate } from './local-date.ts';
import { askUntil } from './questioner.ts';
import { Refusal } from '#src/command/refusal.ts';
import { seriesText } from './series-text.ts';
import type { Survey } from './survey.ts';
import { templates } from './template.ts';
import { wordsFor } from './words.ts';
import type { Workplace } from './workplace.ts';
import { errorCode, writeNewFolder } from './write-new.ts';

/**
 * Writes a new series with its first episode.
 *
 * @returns what to tell the person
 * @throws Refusal when it cannot be done, Cancelled when it is not wanted any more
 */
export async function beginSeries(
  request: SeriesRequest,
  survey: Survey,
  workplace: Workplace,
): Promise<string> {
  const { contentDir, language, now, show } = workplace;
  const words = wordsFor[language];
  const problemOf = (id: string) => idProblem(id, survey, workplace);
  // What is wrong with what was given is said before anything is asked.
  const { language: written, direction, labels } = request;
  checkValues(
    seriesSchema,
    { title: request.title ?? '-', language: written, direction, labels },
    'series.yaml',
    language,
  );
  const problem = request.id === undefined ? undefined : problemOf(request.id);
  if (problem !== undefined) {
    throw new Refusal(problem);
  }
  const title = request.title ?? (await askTitle(workplace));
  const id = (request.id ?? (await askId(title, problemOf, workplace))).normalize('NFC');

  const template = templates[language];
  const place = { kind: 'episode', order: 1 } as const;
  const date = localDate(now(), survey.settings.timezone);
  const first = `${episodeName(place.order, [], () => false)}.md`;
  const files = new Map([
    ['series.yaml', seriesText({ title, language: written, direction, labels }, template.series)],
    [first, episodeText({ place, date }, template.episode)],
  ]);
  const folder = join(contentDir, id);
  if (!write(folder, files, workplace)) {
    throw new Refusal(words.nameTaken(id, show(folder)));
  }
  return words.seriesWritten(
    title,
    show(folder),
    [...files.keys()].map((name) => show(join(folder, name))),
  );
}

async function askTitle({ questioner, language }: Workplace): Promise<string> {
  const words = wordsFor[language];
  if (questioner === undefined) {
    throw new Refusal(words.titleNeeded);
  }
  return askUntil(questioner, words.askTitle, (answer) =>
    answer === '' ? { problem: words.answerNeeded } : { value: answer },
  );
}

async function askId(
  title: string,
  problemOf: (id: string) => string | undefined,
  { questioner, language }: Workplace,
): Promise<string> {
  const words = wordsFor[language];
  if (questioner === undefined) {
    throw new Refusal(words.idNeeded);
  }
  const lower = title.normalize('NFKC').toLowerCase();
  const fromTitle = nameProblem(lower, []) === undefined ? lower : suggestName(lower);
  const proposal =
    fromTitle === undefined || problemOf(fromTitle) !== undefined ? undefined : fromTitle;
  const read = (answer: string) => {
    const problem = answer === '' ? words.answerNeeded : problemOf(answer);
    return problem === undefined ? { value: answer } : { problem };
  };
  return askUntil(questioner, words.askId, read, proposal);
}

function idProblem(id: string, survey: Survey, { language }: Workplace): string | undefined {
  const plain = id.normalize('NFC');
  const owner = survey.names.get(foldName(plain));
  return (
    explainName(plain, reservedNames, language) ??
    (owner === undefined ? undefined : wordsFor[language].nameTaken(plain, owner))
  );
}

function write(
  folder: string,
  files: ReadonlyMap<string, string>,
  { language, show }: Workplace,
): boolean {
  try {
    return writeNewFolder(folder, files);
  } catch (error) {
    const reason = errorCode(error);
    throw reason === undefined
      ? error
      : new Refusal(wordsFor[language].cannotWrite(show(folder), reason));
  }
}
