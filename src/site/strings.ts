import { isJapanese } from '#src/manuscript/language.ts';
import { en } from './strings/en.ts';
import { ja } from './strings/ja.ts';

/** The words of the interface, in one language. */
export type Strings = typeof ja;

/** The language that the interface speaks where a text is in some language. */
export function interfaceLanguage(language: string): 'ja' | 'en' {
  return isJapanese(language) ? 'ja' : 'en';
}

/**
 * The interface's words for a language; English where there is no translation.
 *
 * @param language - BCP 47
 */
export function stringsFor(language: string): Strings {
  return { ja, en }[interfaceLanguage(language)];
}
