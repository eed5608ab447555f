/**
 * Whether a text may be set across the page or down it, as its reader likes: where its language is
 * written both ways, or the series sets it down the page itself.
 *
 * @param language - BCP 47
 * @param own - how the series sets its text; undefined for what is no series' text
 */
export function turns(language: string, own: 'horizontal' | 'vertical' | undefined): boolean {
  return own === 'vertical' || (own === 'horizontal' && /^(?:ja|zh|ko)(?:-|$)/iu.test(language));
}
