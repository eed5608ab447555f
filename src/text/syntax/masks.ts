// Noncharacters, which no text holds, stand in a run for what must not be read as notation.

/** a bracket or bar that a backslash made literal */
export const LITERAL = '\u{FDD0}';
/** code, an image, a footnote's mark: may be part of a base, never of a reading */
export const OBJECT = '\u{FDD1}';
/** ruby that is there already: no base reaches across it */
export const RUBY = '\u{FDD2}';
/** what the reader sees of an element that is no text */
export const REPLACEMENT = '\u{FFFC}';
