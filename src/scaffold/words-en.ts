import { optionWords } from '#src/command/option-words.ts';
import type { Words } from './words.ts';

const next = [
  '  npm run dev shows it while you write.',
  '  It is a draft and not published yet. To publish it, remove the line',
  '  “draft: true” from the file and set date to when it is to appear.',
].join('\n');

export const wordsEn: Words = {
  usage: [
    'Usage:',
    '  npm run new -- <series>             the next episode',
    '  npm run new -- <series> --extra     an extra (--after says which episode it follows)',
    '  npm run new -- <series> --notice    a notice',
    '  npm run new -- --series <id>        a new series',
    '',
    'For an episode: --title "…"  --date 2026-04-01T07:00  --arc <id>  --slug <name of file and address>',
    'For a series:   --title "…"  --language en  --direction horizontal  --labels part',
  ].join('\n'),
  ...optionWords.en('new'),
  unfitOption: (option) =>
    `“${option}” cannot be used here. Put a title with spaces in it in quotation marks.\nSee npm run new -- --help.`,

  whichSeries: 'Which series goes on',
  newSeries: 'Begin a new series',
  answerByNumber: 'Answer with a number, or with the id of a series.',
  seriesNeeded: 'Say which series goes on, for example:',
  unknownSeries: (name, nearest) =>
    `There is no series “${name}”.` + (nearest === undefined ? '' : ` Did you mean “${nearest}”?`),
  seriesList: 'The series:',
  noSeries: 'There is no series yet. Begin one with npm run new -- --series <id> --title "…"',
  brokenSeries: 'This is wrong with the series and must be put right first.',

  askTitle: 'Title of the new series',
  askId: 'Its id (the name of the folder and of the address)',
  askAfter: 'Which episode does it follow (order)',
  titleNeeded: 'Say what the new series is called with --title "…"',
  idNeeded: 'Say what the folder of the new series is called with --series <id>',
  answerNeeded: 'Type something, or Ctrl-C to stop.',
  noEpisodes: 'An extra follows an episode, and there is none yet. Begin with an episode.',
  noNumberLeft: 'The greatest order is too large for another to follow it.',

  nameTaken: (name, other) =>
    `The name “${name}” is already in use (${other}). Choose another one.`,
  cannotWrite: (path, reason) =>
    `${path} cannot be written (${reason}). See that you may write there and that the disk is not full.`,
  episodeWritten: (path, place) => `Created ${path}${place === '' ? '' : ` (${place})`}.\n${next}`,
  seriesWritten: (title, folder, files) =>
    `“${title}” begins in ${folder}.\n${files.map((file) => `  ${file}`).join('\n')}\n${next}`,
  brokenSiblings: (files) =>
    `Note: some files of this series cannot be read (${files.join(', ')}).\n  Run npm run check, and see that the new order is not taken by one of them.`,
  cancelled: 'Stopped. Nothing was written.',
};
