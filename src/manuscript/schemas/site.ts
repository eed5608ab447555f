import { advice } from './advice.ts';
import { announce } from './announce.ts';
import { isTimezone, suggestTimezone } from '../dates.ts';
import { languageTag } from './language.ts';
import { person } from './person.ts';
import { absoluteUrl, siteUrl } from './url.ts';
import {
  choice,
  count,
  fail,
  group,
  line,
  parsed,
  settings,
  text,
  texts,
  value,
} from './values.ts';

/** site.yaml */
export const siteSchema = settings({
  /** The site's name. */
  title: line(),
  /** Absolute address of the site's top, which may carry a base path. */
  url: siteUrl(),
  /** Language of the interface and of any series that names none. Default: `ja`. */
  language: languageTag().optional(),
  /** IANA zone of dates without an offset, and in which dates are shown. Default: `Asia/Tokyo`. */
  timezone: timezone().optional(),
  /** Authority of feed ids, never changed. Default: `<host of url>,2026`. */
  tag: tag().optional(),
  /** What the site is, in a sentence or two. */
  description: text().optional(),
  /** A name, or `name` with `url` and accounts. */
  author: person().optional(),
  /** What feeds hold. */
  feeds: group(
    settings({
      /** Whether feeds hold the whole text or the summary. Default: `full`. */
      content: choice(['full', 'summary']).optional(),
      /** The number of entries in a feed. Default: 20. */
      items: count(1, 1000).optional(),
      /** A WebSub hub that tells subscribers of news at once. Default: none. */
      hub: absoluteUrl().optional(),
    }),
  ).optional(),
  /** How readers search. */
  search: group(
    settings({
      /** Whether a reader finds what they have not read yet. Default: `show`. */
      unread: choice(['show', 'hide']).optional(),
    }),
  ).optional(),
  /** Where and how new episodes are made known. Default: a link that opens X ready to post. */
  announce: announce().optional(),
  /** `false` silences all advice, `code: false` one kind of it. Default: `true`. */
  advice: advice().optional(),
  /** Hosts whose frames (`<iframe>`) a text may show. Default: none. */
  embeds: texts(host(), 'hosts').optional(),
});

function timezone() {
  return parsed((input, context): string => {
    if (isTimezone(input)) {
      return input;
    }
    const better = suggestTimezone(input);
    return fail(context, 'timezone-invalid', {
      value: input,
      ...(better === undefined ? {} : { nearest: better }),
    });
  });
}

/** A host as a browser spells it, such as `www.youtube-nocookie.com`; no address, no port. */
function host() {
  return value((written, context): string => {
    if (typeof written !== 'string') return fail(context, 'wrong-type', { expected: 'hosts' });
    const input = written.trim();
    if (input === '') return fail(context, 'value-missing');
    const known = /[\s/?#@:]/.test(input) ? undefined : hostOf(`https://${input}/`);
    if (known !== undefined) {
      return known;
    }
    const better = hostOf(input.includes('*') ? '' : input);
    return fail(context, 'host-invalid', {
      value: input,
      ...(input.includes('*')
        ? { pattern: hostOf(`https://${input.replaceAll('*', 'www')}/`) ?? 'www.youtube.com' }
        : {}),
      ...(/\S[\s,、]\s*\S/u.test(input) ? { several: 'true' } : {}),
      ...(better === undefined ? {} : { nearest: better }),
    });
  });
}

// It becomes a part of the pages' policy, so that no other sign may be in it.
function hostOf(url: string): string | undefined {
  const name = URL.parse(url)?.hostname ?? '';
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(name) ? name : undefined;
}

/** RFC 4151, section 2.1: a domain name or e-mail address, a comma, and a date. */
function tag() {
  return parsed((input, context): string =>
    /^(?:[\w.-]+@)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?,\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/i.test(
      input,
    )
      ? input
      : fail(context, 'tag-invalid', { value: input }),
  );
}
