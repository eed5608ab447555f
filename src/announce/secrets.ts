import { inspect } from 'node:util';

/** What a channel needs to know and nobody may see, by the names of its variables. */
export type Secrets<Name extends string = string> = Readonly<Record<Name, string>>;

export type ReadSecrets<Name extends string> =
  | { readonly secrets: Secrets<Name> }
  /** `missing` are not there; `unusable` hold what no such secret can. */
  | { readonly missing: readonly Name[]; readonly unusable: readonly Name[] };

/** Reads secrets from the environment; white space around them is dropped. */
export function readSecrets<const Name extends string>(
  env: NodeJS.ProcessEnv,
  names: readonly Name[],
): ReadSecrets<Name> {
  const found = names.map((name) => [name, env[name]?.trim() ?? ''] as const);
  const missing = found.filter(([, value]) => value === '').map(([name]) => name);
  const unusable = found.filter(([, value]) => /[^\x21-\x7E]/.test(value)).map(([name]) => name);
  if (missing.length > 0 || unusable.length > 0) return { missing, unusable };
  return { secrets: Object.fromEntries(found) as Secrets<Name> };
}

/** The variables that hold secrets, by the channel that needs them. */
export const secretNames = {
  bluesky: ['TSUZUKI_BLUESKY_PASSWORD'],
  mastodon: ['TSUZUKI_MASTODON_TOKEN'],
  x: [
    'TSUZUKI_X_API_KEY',
    'TSUZUKI_X_API_SECRET',
    'TSUZUKI_X_ACCESS_TOKEN',
    'TSUZUKI_X_ACCESS_SECRET',
  ],
} as const;

/** The secrets of a channel. */
export type SecretsOf<Channel extends keyof typeof secretNames> = Secrets<
  (typeof secretNames)[Channel][number]
>;

/** Takes secrets out of a text, however they are spelled in it. */
export type Redact = (text: string) => string;

/** Knows what must not be shown; what a session brings is added as it comes. */
export interface SecretKeeper {
  readonly redact: Redact;
  readonly add: (secret: string) => void;
}

/** @param env - whatever it has of the secrets' variables, used or not */
export function createSecretKeeper(env: NodeJS.ProcessEnv): SecretKeeper {
  const secrets: string[] = Object.values(secretNames)
    .flat()
    .flatMap((name) => env[name] ?? []);
  return {
    redact: (text) => redactAll(secrets)(text),
    add: (secret) => {
      secrets.push(secret);
    },
  };
}

/** A mistake of ours as it may be shown: with its stack, and without secrets. */
export function redactedError(error: unknown, redact: Redact): Error {
  const shown = new Error(redact(error instanceof Error ? error.message : String(error)));
  shown.stack = redact(inspect(error));
  return shown;
}

/** What stands in the place of a secret. */
export const redacted = '‹…›';

/** @param secrets - those of fewer than four characters are left, or nothing could be read */
export function redactAll(secrets: readonly string[]): Redact {
  const spelled = secrets
    .flatMap((secret) => [secret, secret.trim()])
    .filter((secret) => secret.length >= 4)
    .flatMap(spellings)
    .toSorted((a, b) => b.length - a.length);
  return (text) => spelled.reduce((rest, secret) => rest.replaceAll(secret, redacted), text);
}

function spellings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const base64 = bytes.toString('base64');
  return [
    secret,
    encodeURIComponent(secret),
    strictlyEncoded(secret),
    JSON.stringify(secret).slice(1, -1),
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
}

/** Percent-encoding as OAuth has it (RFC 5849, section 3.6). */
export function strictlyEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
