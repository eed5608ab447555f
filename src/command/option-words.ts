import type { FindingLanguage } from '#src/diagnostics/wording.ts';

/** What is said of options that were typed amiss. Options come with their dashes. */
export interface OptionWords {
  readonly unknownOption: (option: string, nearest: string | undefined) => string;
  readonly needsValue: (option: string) => string;
  readonly noValue: (option: string) => string;
  readonly unfitArgument: (argument: string) => string;
  readonly needsNumber: (option: string, text: string, range: NumberRange) => string;
}

/** The numbers that an option takes, both ends included. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

/**
 * The same for one command.
 *
 * @param command - behind `npm run`
 * @param example - a value of an option
 */
export const optionWords: Readonly<
  Record<FindingLanguage, (command: string, example?: (option: string) => string) => OptionWords>
> = {
  ja: (command, example = anyText) => ({
    unknownOption: (option, nearest) =>
      nearest === undefined
        ? `「${option}」という指定はありません。npm run ${command} -- --help で使い方を見られます。`
        : `「${option}」という指定はありません。「${nearest}」のことではありませんか。`,
    needsValue: (option) =>
      `「${option}」のあとに値を書いてください。例: ${option} ${example(option)}`,
    noValue: (option) => `「${option}」に値はいりません。「${option}」とだけ書いてください。`,
    unfitArgument: (argument) =>
      `「${argument}」が何のことか分かりません。指定の前の「--」が抜けていませんか。npm run ${command} -- --help で使い方を見られます。`,
    needsNumber: (option, text, { least, most }) =>
      `「${option}」には ${least} から ${most} までの整数を書いてください: ${text}`,
  }),
  en: (command, example = anyText) => ({
    unknownOption: (option, nearest) =>
      nearest === undefined
        ? `There is no option “${option}”. See npm run ${command} -- --help.`
        : `There is no option “${option}”. Did you mean “${nearest}”?`,
    needsValue: (option) => `“${option}” needs a value, such as ${option} ${example(option)}`,
    noValue: (option) => `“${option}” takes no value: write “${option}” alone.`,
    unfitArgument: (argument) =>
      `It is not clear what “${argument}” is. Is “--” missing before the options? See npm run ${command} -- --help.`,
    needsNumber: (option, text, { least, most }) =>
      `“${option}” takes a whole number from ${least} to ${most}: ${text}`,
  }),
};

function anyText(): string {
  return '"…"';
}
