import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import { templateEn } from './template-en.ts';
import { templateJa } from './template-ja.ts';

/** What is said in a new episode's file. Comments are one line each, without the `#`. */
export interface EpisodeTemplate {
  readonly howTo: string;
  readonly order: string;
  readonly after: string;
  readonly date: string;
  readonly draft: string;
  /** Lines of YAML that are written commented out. */
  readonly title: string;
  readonly optional: readonly string[];
  /** A comment, which is no text: published as it stands, the file is the error `body-empty`. */
  readonly body: Readonly<Record<'episode' | 'extra' | 'notice', string>>;
}

/** What is said in a new series.yaml. */
export interface SeriesTemplate {
  readonly howTo: string;
  /** Lines of YAML that are written commented out; a key with a list or block has several. */
  readonly optional: readonly string[];
}

export interface Template {
  readonly episode: EpisodeTemplate;
  readonly series: SeriesTemplate;
}

export const templates: Readonly<Record<FindingLanguage, Template>> = {
  ja: templateJa,
  en: templateEn,
};
