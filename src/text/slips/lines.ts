import type { Prose } from './prose.ts';

/** A line of prose, as it is masked. */
export interface Line {
  readonly prose: Prose;
  readonly text: string;
  /** its offset in the prose */
  readonly start: number;
}

/**
 * The lines of Japanese prose in which something may be found: of the lines of most texts, few.
 * Those of another script, such as a quotation, are left out.
 */
export function suspectLines(blocks: readonly Prose[]): Line[] {
  return blocks
    .filter(({ syntax }) => isSuspect(syntax))
    .flatMap((prose) => {
      let start = 0;
      return prose.syntax.split('\n').flatMap((text) => {
        const line = { prose, text, start };
        start += text.length + 1;
        return isSuspect(text) && (JAPANESE.test(text) || !/\p{L}/u.test(text)) ? [line] : [];
      });
    });
}

/** What any of the rules for lines looks for. One expression for all would cost more than these. */
function isSuspect(text: string): boolean {
  return /[…‥―—─｡-､!?]/.test(text) || /[・･.．ー－。、]{2}/.test(text) || /。[」』]/.test(text);
}

const JAPANESE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20]/u;
