/**
 * A warning that GitHub Actions shows on the page of a run (workflow commands, `::warning::`).
 *
 * @param text - one line or several
 */
export function warningAnnotation(text: string): string {
  const data = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `::warning::${data}`;
}
