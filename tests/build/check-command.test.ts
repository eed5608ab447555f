import { beforeAll, describe, expect, it } from 'vitest';
import { runScript, writeContent, type CommandResult } from '#tests/support/build-site.ts';
import { episode, episodes, later, series, site } from './writing.ts';

const fine = { ...site(), ...series('story', {}, episodes(2)) };
const doubtful = { ...site(), ...series('story', {}, { ...episodes(1), '3.md': episode(3) }) };
const wrong = {
  ...site(),
  ...series(
    'story',
    {},
    { ...episodes(1), '3.md': episode(3), '4.md': episode(4, { titel: '100%' }) },
  ),
};

const formats = ['text', 'json', 'github'] as const;
const checked = new Map<string, CommandResult>();
let folder: string;

beforeAll(async () => {
  folder = await writeContent(wrong);
  const folders = { fine: await writeContent(fine), doubtful: await writeContent(doubtful) };
  const runs = Object.entries({ ...folders, wrong: folder }).flatMap(([name, content]) =>
    formats.map(async (format) => {
      checked.set(`${name} ${format}`, await check(content, format));
    }),
  );
  await Promise.all(runs);
});

describe('npm run check', () => {
  it.each(formats)('exits with 1 on an error only, as %s', (format) => {
    expect(result('fine', format).code).toBe(0);
    expect(result('doubtful', format).code).toBe(0);
    expect(result('wrong', format).code).toBe(1);
  });

  it('says for people where something is wrong, and what to do', () => {
    const { stdout } = result('wrong', 'text');
    expect(stdout).toContain(`${folder}/story/4.md:4:1 誤り `);
    expect(stdout).toContain('titel');
    expect(stdout).toContain('[unknown-key]');
    expect(stdout).toContain('[order-gap]');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('誤り 1 件、注意 1 件');
    expect(stdout).not.toContain('\u001B');
  });

  it('says that all is well', () => {
    expect(result('fine', 'text').stdout).toBe('誤り 0 件、注意 0 件\n');
  });

  it('gives programs one object', () => {
    expect(JSON.parse(result('fine', 'json').stdout)).toEqual({
      findings: [],
      errors: 0,
      warnings: 0,
    });
    expect(JSON.parse(result('wrong', 'json').stdout)).toMatchObject({
      findings: [
        { code: 'order-gap', severity: 'warning' },
        {
          code: 'unknown-key',
          severity: 'error',
          file: `${folder}/story/4.md`,
          line: 4,
          column: 1,
          docs: 'docs/diagnostics.md#unknown-key',
        },
      ],
      errors: 1,
      warnings: 1,
    });
  });

  it('annotates pull requests, a line each', () => {
    expect(result('fine', 'github').stdout.trim()).toBe('');
    const lines = result('wrong', 'github').stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['::error', '::warning']);
    expect(lines[0]).toContain(`file=${folder}/story/4.md,line=4,col=1,title=unknown-key::`);
  });

  it('knows no other format', async () => {
    const { code, stdout, stderr } = await check(folder, 'xml');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe('「--format」には text | json | github のどれかを書いてください: xml\n');
  });

  it('speaks English of a site in English', async () => {
    const english = await writeContent({ ...wrong, ...site({ language: 'en' }) });
    expect((await check(english, 'text')).stdout).toMatch(/\n1 error, \d warnings?\n$/);
  });
});

function check(content: string, format: string): Promise<CommandResult> {
  const env = { TSUZUKI_CONTENT: content, TSUZUKI_NOW: later };
  return runScript('check', ['--format', format], env);
}

function result(name: string, format: string): CommandResult {
  const found = checked.get(`${name} ${format}`);
  if (found === undefined) throw new Error(`${name} was not checked as ${format}`);
  return found;
}
