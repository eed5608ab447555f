import { isJapanese } from '#src/manuscript/language.ts';
import { en } from './strings/en.ts';
import { ja } from './strings/ja.ts';

/** The words of the interface, in one language. */
export type Strings = typeof ja;

/**
 * The interface's words for a language; English where there is no translation.
 *
 * @param language - BCP 47
 */
export function stringsFor(language: string): Strings {
  return isJapanese(language) ? ja : en;
}
