/** A small reading of `_headers` as Netlify and Cloudflare Pages read it. */

export type Headers = ReadonlyMap<string, readonly string[]>;

interface Rule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** @throws Error on a line that is neither a pattern nor a header below one */
export function readHeaders(text: string): readonly Rule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const header = /^ {2}([A-Za-z-]+): (\S.*)$/.exec(line);
    const last = rules.at(-1);
    if (/^\/\S*$/.test(line)) rules.push({ pattern: line, headers: [] });
    else if (header === null || last === undefined) throw new Error(`not a rule: ${line}`);
    else last.headers.push([(header[1] ?? '').toLowerCase(), header[2] ?? '']);
  }
  return rules;
}

/** Whether a pattern holds for a path, encoded as it is asked for. */
export type Matches = (pattern: string, path: string) => boolean;

/** https://developers.cloudflare.com/pages/configuration/headers/: `*` once, `:name` up to a slash. */
export const onCloudflare: Matches = (pattern, path) => {
  const expression = pattern
    .split('*')
    .map(escaped)
    .join('.*')
    .replace(/:[A-Za-z]\w*/g, '[^/]+');
  return new RegExp(`^${expression}$`).test(path);
};

/**
 * https://docs.netlify.com/manage/routing/headers/: a whole part may be `:name`, a whole part `*` may
 * be nothing, and a slash at the end or capitals make no difference.
 */
export const onNetlify: Matches = (pattern, path) => {
  const parts = pattern.split('/').filter((part) => part !== '');
  const expression = parts.map((part) => {
    if (part.startsWith(':')) return '[^/]+';
    return part === '*' ? '?.*' : part.split('*').map(escaped).join('.*');
  });
  return new RegExp(`^/${expression.join('/')}/?$`, 'iu').test(path);
};

/** All values that the rules give to each header of a path. */
export function headersFor(rules: readonly Rule[], path: string, matches: Matches): Headers {
  const given = rules.filter(({ pattern }) => matches(pattern, path));
  const all = given.flatMap(({ headers }) => headers);
  return new Map(
    [...Map.groupBy(all, ([name]) => name)].map(([name, found]) => [
      name,
      found.map(([, value]) => value),
    ]),
  );
}

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
}
