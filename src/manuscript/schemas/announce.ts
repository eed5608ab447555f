import { blueskyHandle, mastodonAccount } from './person.ts';
import { template } from './template.ts';
import { serviceUrl } from './url.ts';
import { check, count, fail, group, meantSwitch, settings, value } from './values.ts';
import { isSettings } from '../yaml-settings.ts';

/** `announce` of site.yaml. */
export function announce() {
  return group(
    settings({
      /** What is said of an episode. Default: one for each language. */
      template: template().optional(),
      /** Posts to X by its API. Default: a link to post oneself; `false`: not even that. */
      x: x().optional(),
      /** `true` for the author's account, or its handle. Default: `false`. */
      bluesky: bluesky().optional(),
      /** `true` for the author's account, or the account. Default: `false`. */
      mastodon: mastodon().optional(),
    }),
  );
}

const xSettings = settings({
  /** The most posts in a calendar month: each is charged for. */
  monthly: count(1, 10_000),
});

const blueskySettings = settings({
  /** Default: the author's. */
  handle: blueskyHandle().optional(),
  /** Default: https://bsky.social */
  service: serviceUrl().optional(),
});

const mastodonSettings = settings({
  /** Default: the one of the author's account. */
  server: serviceUrl().optional(),
});

/** False, or the most posts in a month. */
function x() {
  return value((input, context): { readonly monthly: number } | false => {
    if (input === false) return false;
    return isSettings(input)
      ? check(xSettings, input, context)
      : fail(context, 'wrong-type', { expected: 'monthly-or-off' });
  });
}

/** False, or what is to be used instead of the author's own. */
function bluesky() {
  return value((input, context) => {
    if (typeof input === 'boolean') return input && {};
    if (isSettings(input)) return check(blueskySettings, input, context);
    const nearest = meantSwitch(input);
    if (Object.keys(nearest).length > 0) return notAccount(context, nearest);
    return { handle: check(blueskyHandle(), input, context) };
  });
}

function mastodon() {
  return value((input, context): { readonly server?: string | undefined } | false => {
    if (typeof input === 'boolean') return input && {};
    if (isSettings(input)) return check(mastodonSettings, input, context);
    const nearest = meantSwitch(input);
    if (Object.keys(nearest).length > 0) return notAccount(context, nearest);
    return { server: serverOf(check(mastodonAccount(), input, context)) };
  });
}

/** The server of an account, `name@example.org`. */
export function serverOf(account: string): string {
  return `https://${account.slice(account.lastIndexOf('@') + 1)}/`;
}

type Context = Parameters<typeof fail>[0];

function notAccount(context: Context, nearest: Readonly<Record<string, string | number>>): never {
  return fail(context, 'wrong-type', { expected: 'account-or-switch', ...nearest });
}
