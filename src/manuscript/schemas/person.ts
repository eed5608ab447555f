import type { Person } from '../manuscript.ts';
import { isSettings, WrittenNumber } from '../yaml-settings.ts';
import { check, fail, line, parsed, settings, value } from './values.ts';
import { absoluteUrl } from './url.ts';

/** `author` of site.yaml and series.yaml: a name, or settings. */
const personSettings = settings({
  /** The name as readers see it. */
  name: line(),
  /** The author's own site. */
  url: absoluteUrl().optional(),
  /** Account on X, with or without the leading @. */
  x: account(/^\w{1,15}$/).optional(),
  /** Handle on Bluesky, a domain name, with or without the leading @. */
  bluesky: blueskyHandle().optional(),
  /** Account on Mastodon with its server, `name@example.org`, with or without the leading @. */
  mastodon: mastodonAccount().optional(),
});

/** A name alone, or settings with a name in them. */
export function person() {
  return value((input, context): Person => {
    if (isSettings(input)) {
      return check(personSettings, input, context);
    }
    if (typeof input === 'string' || input instanceof WrittenNumber) {
      return { name: check(line(), input, context) };
    }
    return fail(context, 'wrong-type', { expected: 'text-or-settings' });
  });
}

/** A domain name, with or without the leading @. */
export function blueskyHandle() {
  return account(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i);
}

/** `name@example.org`, with or without the leading @. */
export function mastodonAccount() {
  return account(/^[\w.-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$/i);
}

function account(pattern: RegExp) {
  return parsed((input, context): string => {
    const name = input.replace(/^[@＠]/, '');
    return pattern.test(name) ? name : fail(context, 'account-invalid', { value: input });
  });
}
