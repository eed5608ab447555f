/**
 * Fetches the next part ahead where the browser knows no speculation rules, so that turning the
 * page is instant there too.
 */
// Older browsers lack the question as well as the rules.
if (!('supports' in HTMLScriptElement && HTMLScriptElement.supports('speculationrules'))) {
  const next = document.querySelector<HTMLLinkElement>('link[rel=next]');
  const saving = matchMedia('(prefers-reduced-data: reduce)').matches;
  if (next !== null && !saving) {
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = next.href;
    document.head.append(hint);
  }
}
