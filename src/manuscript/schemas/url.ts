import { fail, parsed } from './values.ts';

/** An absolute address of the web, as a browser would write it. */
export function absoluteUrl() {
  return parsed((input, context): string => parseUrl(input)?.href ?? invalid(input, context));
}

/** The address of the site: without query and fragment; ends with a slash. */
export function siteUrl() {
  return parsed((input, context): string => {
    const url = parseUrl(input);
    if (url === undefined || /[?#]/.test(input) || url.username !== '' || url.password !== '') {
      return invalid(input, context);
    }
    return url.href.endsWith('/') ? url.href : `${url.href}/`;
  });
}

/** The address of a service that secrets are sent to. */
export function serviceUrl() {
  return parsed((input, context): string => {
    const host = parseUrl(input)?.host;
    const better = host === undefined ? undefined : `https://${host}/`;
    return readServiceUrl(input) ?? invalid(input, context, better);
  });
}

/**
 * The address of a service that secrets are sent to: its host alone, ends with a slash, and without
 * encryption only where it is this machine. Undefined for anything else.
 */
export function readServiceUrl(input: string): string | undefined {
  const url = parseUrl(input);
  const isBare = url?.pathname === '/' && !/[?#@]/.test(input);
  const isSafe = url?.protocol === 'https:' || (url !== undefined && isThisMachine(url));
  return isBare && isSafe ? url.href : undefined;
}

function isThisMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}

type Context = Parameters<typeof fail>[0];

function invalid(input: string, context: Context, better = secured(input)): never {
  return fail(context, 'url-invalid', {
    value: input,
    ...(better === undefined || better === input ? {} : { nearest: better }),
  });
}

/** The address that was probably meant by one without `https://`. */
function secured(input: string): string | undefined {
  const bare = /^(?:https?:\/+)?([^\s/?#:@]+\.[^\s/?#:@]+(?:\/[^\s?#]*)?)/i.exec(input)?.[1];
  return bare === undefined ? undefined : parseUrl(`https://${bare}`)?.href;
}

function parseUrl(input: string): URL | undefined {
  // The URL standard also takes `https:example.org` and drops what is left of white space.
  const url = /^https?:\/\/[^\s/]/i.test(input) && !/\s/.test(input) ? URL.parse(input) : null;
  return url ?? undefined;
}
