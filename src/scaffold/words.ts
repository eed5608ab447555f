import type { OptionWords } from '#src/command/option-words.ts';
import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import { wordsEn } from './words-en.ts';
import { wordsJa } from './words-ja.ts';

/** What the command says, in one language. Paths come as they are to be shown. */
export interface Words extends OptionWords {
  readonly usage: string;
  readonly unfitOption: (option: string) => string;

  readonly whichSeries: string;
  readonly newSeries: string;
  readonly answerByNumber: string;
  readonly seriesNeeded: string;
  readonly unknownSeries: (name: string, nearest: string | undefined) => string;
  readonly seriesList: string;
  readonly noSeries: string;
  readonly brokenSeries: string;

  readonly askTitle: string;
  readonly askId: string;
  readonly askAfter: string;
  readonly titleNeeded: string;
  readonly idNeeded: string;
  readonly answerNeeded: string;
  readonly noEpisodes: string;
  readonly noNumberLeft: string;

  readonly nameTaken: (name: string, other: string) => string;
  readonly cannotWrite: (path: string, reason: string) => string;
  readonly episodeWritten: (path: string, place: string) => string;
  readonly seriesWritten: (title: string, folder: string, files: readonly string[]) => string;
  readonly brokenSiblings: (files: readonly string[]) => string;
  readonly cancelled: string;
}

export const wordsFor: Readonly<Record<FindingLanguage, Words>> = { ja: wordsJa, en: wordsEn };
