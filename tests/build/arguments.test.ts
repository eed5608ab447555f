import { describe, expect, it } from 'vitest';
import { runScript } from '#tests/support/build-site.ts';

const port = '「--port」には 0 から 65535 までの整数を書いてください: ';

describe('the arguments', () => {
  it.each([
    ['build', ['--shard', '4/3'], '「--shard」には 2/5 のように'],
    [
      'build',
      ['--shared', '1/2'],
      '「--shared」という指定はありません。「--shard」のことではありませんか。',
    ],
    ['merge', ['--all'], '「--all」という指定はありません。'],
    [
      'check',
      ['--formal', 'json'],
      '「--formal」という指定はありません。「--format」のことではありませんか。',
    ],
    ['check', ['json'], '「json」が何のことか分かりません。'],
    ['dev', ['--port', 'abc'], `${port}abc`],
    ['preview', ['--host=here'], '「--host」に値はいりません。'],
  ] as const)(
    'of %s are refused in the language of the site: %j',
    async (script, args, message) => {
      const { code, stdout, stderr } = await runScript(script, args);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(message);
    },
  );

  it.each(['build', 'merge', 'check', 'dev', 'preview'] as const)(
    'of %s may ask for its use',
    async (script) => {
      const { code, stdout } = await runScript(script, ['--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`npm run ${script} -- `);
    },
  );
});
