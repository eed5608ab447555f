import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretKeeper, redactAll, redactedError, redacted } from '#src/announce/secrets.ts';
import { counts, openBench, secrets, states, type Bench } from './bench.ts';
import type { SeenRequest } from './services.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

/** Everything that was sent along, as a service might echo it. */
function echo({ headers, body }: SeenRequest): string {
  const told = `${JSON.stringify(headers)} ${body.toString('utf8')}`;
  return JSON.stringify({ error: told, message: told, detail: told, title: told });
}

/** Whatever anybody might read afterwards. */
function written(): string {
  return readdirSync(bench.folder)
    .map((name) => readFileSync(join(bench.folder, name), 'utf8'))
    .join('\n');
}

function expectNoSecret(text: string): void {
  const known = { ...secrets, session: 'session-of-the-writer' };
  for (const [name, secret] of Object.entries(known)) {
    for (const part of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
      expect(text.includes(part), name).toBe(false);
    }
  }
}

describe('secrets', () => {
  it.each([400, 401, 403, 429, 500, 200])(
    'are not in what is told of an echo with %i',
    async (status) => {
      const summary = join(bench.folder, 'summary.md');
      const env = { GITHUB_STEP_SUMMARY: summary };
      bench.services.behave = (request) =>
        request.isPost ? { status, body: echo(request) } : 'accept';
      const { printed, result } = await bench.run('', { env, announce: { x: { kind: 'link' } } });
      const posted = await bench.run('', { env });
      expect(result).toEqual({ isAmiss: true });
      if (status === 400) expect(printed).toContain(redacted);
      expectNoSecret(printed + posted.printed + written());
      bench.services.behave = (request) => ({ status, body: echo(request) });
      const login = await bench.run('', { env });
      expectNoSecret(login.printed + written());
    },
  );

  it('are no id and no address of a post', async () => {
    bench.services.behave = ({ service, isPost, headers }) => {
      if (!isPost) return 'accept';
      const token = String(headers['authorization']).replace('Bearer ', '');
      const id = { mastodon: 'mastodon-token', bluesky: token, x: '1' }[service as 'x'];
      return {
        status: 200,
        body: JSON.stringify({
          id,
          url: `https://social.example/${secrets.TSUZUKI_MASTODON_TOKEN.replaceAll('"', '')}`,
          uri: `at://did:plc:a/app.bsky.feed.post/${token}`,
          data: { id },
        }),
      };
    };
    const env = { TSUZUKI_MASTODON_TOKEN: 'mastodon-token' };
    const { printed } = await bench.run('', { env });
    expect(`${printed}${written()}`).not.toMatch(/mastodon-token|session-of-the-writer/);
    expect(states(bench.ledger())).toContain('4 mastodon unknown');
    expect(states(bench.ledger())).toContain('4 bluesky unknown');
  });

  it.each([
    ['TSUZUKI_BLUESKY_PASSWORD', 'bluesky'],
    ['TSUZUKI_MASTODON_TOKEN', 'mastodon'],
    ['TSUZUKI_X_ACCESS_SECRET', 'x'],
  ])('that are missing are named, and the others go on: %s', async (name, service) => {
    for (const value of ['', undefined, ' \n']) {
      const { result, printed } = await bench.run('', { env: { [name]: value } });
      expect(result).toEqual({ isAmiss: true });
      expect(printed).toContain(`環境変数 ${name} に入れてください`);
      const others = { bluesky: 2, mastodon: 2, x: 2, [service]: undefined };
      expect(counts(bench.services)).toMatchObject(JSON.parse(JSON.stringify(others)) as object);
      expect(counts(bench.services)[service]).toBeUndefined();
    }
    await bench.run();
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2, x: 2 });
  });

  it('are taken as they were pasted, and refused where they cannot be right', async () => {
    const padded = Object.fromEntries(Object.entries(secrets).map(([k, v]) => [k, ` ${v}\r\n`]));
    const wrong = await bench.run('', { env: { TSUZUKI_MASTODON_TOKEN: 'ｔｏｋｅｎ-zenkaku' } });
    expect(wrong.printed).toContain('TSUZUKI_MASTODON_TOKEN の中身に');
    expect(wrong.printed).not.toContain('ｔｏｋｅｎ');
    const inside = await bench.run('', { env: { TSUZUKI_MASTODON_TOKEN: 'two\nlines-of-it' } });
    expect(inside.printed).not.toContain('lines-of-it');
    expect((await bench.run('', { env: padded })).result).toEqual({ isAmiss: false });
    expect(counts(bench.services)).toEqual({ bluesky: 2, mastodon: 2, x: 2 });
  });

  it('go nowhere without encryption but to this machine', async () => {
    await expect(bench.run('', { env: { TSUZUKI_X_API: 'http://api.x.com/' } })).rejects.toThrow(
      'TSUZUKI_X_API',
    );
    expect(bench.services.requests).toEqual([]);
  });
});

describe('taking secrets out', () => {
  it('knows them in other spellings', () => {
    const redact = redactAll(['pass/word+"1"=']);
    const bytes = Buffer.from('pass/word+"1"=');
    for (const spelled of [
      'pass/word+"1"=',
      encodeURIComponent('pass/word+"1"='),
      JSON.stringify('pass/word+"1"='),
      bytes.toString('base64'),
      bytes.toString('base64url'),
      bytes.toString('hex'),
    ]) {
      expect(redact(`<${spelled}>`)).toContain(redacted);
      expect(redact(`<${spelled}>`)).not.toMatch(/word|cGFzcy|706173/);
    }
  });

  it('reaches into errors and their causes', () => {
    const keeper = createSecretKeeper(secrets);
    const cause = new TypeError(`bad header: Bearer ${secrets.TSUZUKI_MASTODON_TOKEN}`);
    const error = new Error(`failed with ${secrets.TSUZUKI_X_API_KEY}`, { cause });
    const shown = redactedError(error, keeper.redact);
    expectNoSecret(inspect(shown) + String(shown.stack) + shown.message);
    expect(shown.stack).toContain('bad header');
  });
});
