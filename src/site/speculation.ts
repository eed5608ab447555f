/**
 * Speculation rules of a page (https://html.spec.whatwg.org/multipage/speculative-loading.html): the
 * next part is fetched at once, and made ready when a reader is about to go there; any other page
 * of the site is fetched then.
 *
 * @param next - path of the next part; a list of addresses is fetched at once without being told so
 * @returns the exact text of the script, which the policy of the page has to allow by its hash
 */
export function speculationRules(next: string | undefined): string {
  return JSON.stringify({
    prerender: [{ where: { selector_matches: 'a[rel~=next]' }, eagerness: 'moderate' }],
    prefetch: [
      ...(next === undefined ? [] : [{ urls: [next] }]),
      {
        where: { and: [{ href_matches: '/*' }, { not: { selector_matches: '[download]' } }] },
        eagerness: 'moderate',
      },
    ],
  });
}
