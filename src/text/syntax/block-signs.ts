/** An ATX heading, behind what indents it. */
export const HEADING = /^#{1,6}(?:[ \t]|$)/u;

/** A thematic break. */
export const RULE = /^([*_-])[ \t]*(?:\1[ \t]*){2,}$/u;

/** A setext underline of hyphens; behind a paragraph it makes that a heading, and is no thematic break. */
export const UNDERLINE = /^-+[ \t]*$/u;

/** What, in a container, may be HTML or fenced code: blocks that blank lines do not end. */
export const BOUNDLESS = /<|`{3}|~{3}/u;

/** What may begin a quotation or an item of a list, with the sign that tells one list from another. */
export const CONTAINER = /^(?:\d+(?=[.)])|(?=>|[*+-](?:[ \t]|$)))(.)/u;

/** What may begin a quotation, HTML, a list, fenced code or a setext underline. */
export const BLOCK = /^(?:[<>]|[*+-](?:[ \t]|$)|\d+[.)]|`{3}|~{3}|=+[ \t]*$|-+[ \t]*$)/u;

/**
 * Whether any inline Markdown may stand in a text: emphasis, code, HTML, references and escapes,
 * links, images and footnotes, bare addresses; and whether there is what the parser alone replaces.
 */
export function mayHoldMarkup(text: string): boolean {
  return MARKUP.test(text);
}

const MARKUP = /[*_`~<&\\[\]@\t\0]|:\/\/|www\./iu;
