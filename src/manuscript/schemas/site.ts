import { isTimezone, suggestTimezone } from '../dates.ts';
import { languageTag } from './language.ts';
import { person } from './person.ts';
import { siteUrl } from './url.ts';
import { choice, count, fail, group, line, parsed, settings, text } from './values.ts';

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
    }),
  ).optional(),
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
