/**
 * The elements that may stand in a line of text (HTML's phrasing content, as far as it is let in), by
 * their tags. Whatever else there is begins a block of its own.
 */
export const PHRASING_TAGS: readonly string[] = (
  'a abbr b bdi bdo br cite code data del dfn em i iframe img input ins kbd label mark q rp rt ruby s ' +
  'samp small span strong sub sup time tt u var wbr'
).split(' ');

/** The elements that stand in a text and are no part of its base text. */
export const APART_TAGS: readonly string[] = ['rt', 'rp', 'code', 'pre'];
