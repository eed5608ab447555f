import { isJapanese } from '#src/manuscript/language.ts';
import type { LabelSetting, NumeralStyle, PresetName } from '#src/manuscript/manuscript.ts';

/** How the labels of a series are made: the words, where they come from, and the numerals. */
export interface LabelScheme {
  readonly words: Words;
  /** Holds `{word}` and `{n}`. */
  readonly format: string;
  readonly numerals: NumeralStyle;
  /** The word of an extra, and what stands between it and its numeral. */
  readonly extra: string;
  readonly extraGap: string;
}

export type Words =
  /** No word: the format says it all. */
  | { readonly kind: 'none' }
  /** By the episode's own place, the same from everywhere. */
  | {
      readonly kind: 'absolute';
      readonly first: string;
      readonly middle: string;
      readonly last: string;
    }
  /** By where the reader stands: before the episode or after it. */
  | {
      readonly kind: 'relative';
      readonly before: string;
      readonly after: string;
      readonly final: string;
    };

type Preset = Pick<LabelScheme, 'words' | 'format' | 'numerals'>;

const presets: Readonly<Record<PresetName, Preset>> = {
  zenpen: {
    words: { kind: 'relative', before: '前編', after: '続編', final: '完結編' },
    format: '{word}{n}',
    numerals: 'circled-10',
  },
  wa: { words: { kind: 'none' }, format: '第{n}話', numerals: 'arabic' },
  sono: { words: { kind: 'none' }, format: 'その{n}', numerals: 'arabic' },
  maru: { words: { kind: 'none' }, format: '{n}', numerals: 'circled-10' },
  part: { words: { kind: 'none' }, format: 'Part {n}', numerals: 'arabic' },
};

/**
 * Completes what a writer wrote as `labels`.
 *
 * @param language - the series' language (BCP 47): an extra is named in it
 */
export function labelScheme(setting: LabelSetting, language: string): LabelScheme {
  const extra = isJapanese(language)
    ? { extra: '番外編', extraGap: '' }
    : { extra: 'Extra', extraGap: ' ' };
  switch (setting.kind) {
    case 'preset': {
      const preset = presets[setting.name];
      return { ...preset, ...extra, numerals: setting.numerals ?? preset.numerals };
    }
    case 'absolute':
      return {
        words: {
          kind: 'absolute',
          first: setting.first ?? setting.middle,
          middle: setting.middle,
          last: setting.last ?? setting.middle,
        },
        format: setting.format ?? '{word}{n}',
        numerals: setting.numerals ?? 'circled-10',
        ...extra,
      };
    case 'relative':
      return {
        words: {
          kind: 'relative',
          before: setting.before,
          after: setting.after,
          final: setting.final ?? setting.after,
        },
        format: setting.format ?? '{word}{n}',
        numerals: setting.numerals ?? 'circled-10',
        ...extra,
      };
  }
}
