/**
 * Speculation rules: the neighbours of an episode are fetched as soon as the page is idle, and
 * any other page of the site when a reader is about to go there. The text is the same on every
 * page, so that one hash in the policy allows it.
 */
export const speculationRules = JSON.stringify({
  prerender: [{ where: { selector_matches: 'a[rel~=next]' }, eagerness: 'moderate' }],
  prefetch: [
    { where: { selector_matches: 'a[rel~=next]' }, eagerness: 'eager' },
    {
      where: { and: [{ href_matches: '/*' }, { not: { selector_matches: '[download]' } }] },
      eagerness: 'moderate',
    },
  ],
});
