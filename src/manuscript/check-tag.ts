import type { Finding } from '#src/diagnostics/finding.ts';
import type { SettingsPlace } from './schema-findings.ts';

/** Names that are nobody's, for examples such as the sample (RFC 2606). */
const reserved = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)$/i;

/**
 * A tag that was left from an example on a site that is none: who reads feeds would take its stories
 * for those of all others who left it, and it cannot be changed once the site is published.
 */
export function checkTag(
  tag: string | undefined,
  url: string,
  place: SettingsPlace,
): readonly Finding[] {
  const host = tag?.replace(/,.*$/, '').replace(/^.*@/, '') ?? '';
  if (!reserved.test(host) || reserved.test(new URL(url).hostname)) return [];
  const at = place.locate(['tag'], 'value');
  return [{ code: 'tag-of-example', file: place.path, ...at, values: { value: tag ?? '' } }];
}
