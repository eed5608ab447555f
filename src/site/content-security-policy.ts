import { hash } from 'node:crypto';

/**
 * The policy of every page: nothing from another host, nothing inline but what is named here.
 * Sent as a `<meta>`, where `frame-ancestors` is not allowed (CSP 3, section 3.3).
 *
 * @param inlineScripts - the exact text of each inline script
 * @param embedHosts - the hosts of the embeds on the page; a host may stand there twice
 */
export function contentSecurityPolicy(
  inlineScripts: readonly string[],
  embedHosts: readonly string[] = [],
): string {
  const hashes = inlineScripts.map((text) => `'sha256-${hash('sha256', text, 'base64')}'`);
  const frames = [...new Set(embedHosts)].map((host) => `https://${host}`);
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ...(frames.length > 0 ? [['frame-src', ...frames].join(' ')] : []),
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
