/**
 * Ids that addresses of the site point to. Headings of a text have ids of their own making, none
 * with a colon, and a synopsis has a prefix before its: they never meet.
 */
export const fragments = {
  /** Where a page's text begins, behind all navigation. */
  text: 'to:text',
  /** The panel of display settings. */
  display: 'to:display',
  /** The table of contents on a series' index. */
  contents: 'contents',
} as const;
