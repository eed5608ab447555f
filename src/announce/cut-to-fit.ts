import type { Names } from './announcement.ts';

/**
 * Names shortened, and no more than needed: the title first, then what else a template may hold.
 * A name is cut between two characters as a reader sees them (UAX #29) and ends in an ellipsis.
 *
 * @param fits - whether a text with these names is short enough
 * @returns undefined where even a text without names does not fit
 */
export function cutToFit(names: Names, fits: (names: Names) => boolean): Names | undefined {
  let shortened = names;
  for (const name of cutInTurn) {
    if (isShort(shortened[name]) && fits(shortened)) return shortened;
    const characters = graphemes(shortened[name]);
    const cut = (count: number): Names => ({
      ...shortened,
      [name]: count === 0 ? '' : `${characters.slice(0, count).join('').trimEnd()}…`,
    });
    let most = 0;
    let tooMany = Math.min(characters.length, mostCharacters + 1);
    while (tooMany - most > 1) {
      const middle = Math.floor((most + tooMany) / 2);
      if (fits(cut(middle))) most = middle;
      else tooMany = middle;
    }
    shortened = cut(most);
  }
  return fits(shortened) ? shortened : undefined;
}

/** No service takes more in a text. */
const mostCharacters = 500;

/** As nearly every name is, which is seen without a look at its characters. */
function isShort(name: string): boolean {
  return name.length <= mostCharacters || graphemes(name).length <= mostCharacters;
}

const cutInTurn = ['title', 'headline', 'series', 'site', 'label'] as const;

/** The characters of a text as a reader sees them. */
export function graphemes(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
