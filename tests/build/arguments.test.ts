import { describe, expect, it } from 'vitest';
import { runScript } from '#tests/support/build-site.ts';

// What each command takes, and every way to mistype it: tests/unit/command and tests/unit/scripts.

describe('the arguments', () => {
  it.each([
    ['build', ['--shard', '4/3'], '「--shard」には 2/5 のように'],
    ['merge', ['--all'], '「--all」という指定はありません。'],
    ['check', ['json'], '「json」が何のことか分かりません。'],
    ['dev', ['--port', 'abc'], '「--port」には 0 から 65535 までの整数を書いてください: abc'],
  ] as const)(
    'of %s are refused in the language of the site: %j',
    async (script, args, message) => {
      const { code, stdout, stderr } = await runScript(script, args);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(message);
    },
  );

  it('may be asked for', async () => {
    const { code, stdout } = await runScript('preview', ['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('npm run preview -- ');
  });
});
