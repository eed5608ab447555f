import type { Finding } from '#src/diagnostics/finding.ts';
import type { Embed, Manuscript } from './manuscript.ts';

/** The host of a frame's address; undefined where no page may show it, whatever is allowed. */
export function embedHost(url: string): string | undefined {
  const parsed = URL.parse(url.trim());
  return parsed?.protocol === 'https:' ? parsed.host : undefined;
}

/**
 * Checks the frames of all texts: only those of allowed hosts are shown, and each needs a title.
 *
 * @param allowed - undefined where it cannot be known: then no host is called forbidden
 */
export function checkEmbeds(
  { series, episodes, pages }: Pick<Manuscript, 'series' | 'episodes' | 'pages'>,
  allowed: readonly string[] | undefined,
): Finding[] {
  return [...series, ...episodes, ...pages].flatMap((entry) => {
    const body = 'body' in entry ? entry.body.embeds : undefined;
    const keys = 'references' in entry ? entry.references?.embeds : undefined;
    return [...(body ?? []), ...(keys ?? [])].flatMap((embed) =>
      checkEmbed(embed, entry.path, allowed),
    );
  });
}

function checkEmbed(
  { url, line, column, title }: Embed,
  file: string,
  allowed: readonly string[] | undefined,
): Finding[] {
  const host = embedHost(url);
  const place = { file, line, column };
  if (host === undefined) {
    return [{ code: 'embed-not-allowed', ...place, values: { url } }];
  }
  if (allowed?.includes(host) === false) {
    const twin = allowed.find((known) => `www.${known}` === host || known === `www.${host}`);
    const values = {
      url,
      host,
      ...(allowed.length === 0 ? {} : { listed: allowed.length }),
      ...(twin === undefined ? {} : { twin }),
    };
    return [{ code: 'embed-not-allowed', ...place, values }];
  }
  return title.trim() === '' ? [{ code: 'embed-title-missing', ...place, values: { url } }] : [];
}
