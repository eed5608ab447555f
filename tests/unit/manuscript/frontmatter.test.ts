import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontmatter, readYamlFile } from '#src/manuscript/frontmatter.ts';
import { WrittenNumber } from '#src/manuscript/yaml-settings.ts';

const read = (text: string) => readFrontmatter({ path: 'kiri/01.md', text });

describe('readFrontmatter', () => {
  it('tells settings and text apart', () => {
    const { settings, body, bodyLine, findings } = read('---\ntitle: 霧\n---\n\n本文。\n');
    expect({ settings, body, bodyLine, findings }).toEqual({
      settings: { title: '霧' },
      body: '\n本文。\n',
      bodyLine: 4,
      findings: [],
    });
  });

  it.each([
    ['nothing between the fences', '---\n---\n本文。'],
    ['comments only', '---\n# まだない\n---\n本文。'],
    ['white space behind the fences', '---  \ntitle: 霧\n---\t　\n本文。'],
  ])('accepts %s', (_, text) => {
    const { settings, body, findings } = read(text);
    expect(findings).toEqual([]);
    expect(settings).toBeDefined();
    expect(body).toBe('本文。');
  });

  it('leaves a later line of dashes to the text', () => {
    expect(read('---\ntitle: 霧\n---\n夜。\n\n---\n\n朝。\n').body).toBe('夜。\n\n---\n\n朝。\n');
  });

  it('loses no text between two thematic breaks', () => {
    const text = '---\n\n夜が来た。\n\n---\n\n朝が来た。\n';
    expect(read(text)).toMatchObject({ settings: undefined, body: text, bodyLine: 1 });
  });

  it.each(['js', 'javascript', 'json', 'toml', 'coffee', 'cson', 'yaml'])(
    'takes ---%s for a mistake and runs nothing',
    (language) => {
      const text = `---${language}\nglobalThis.wasRun = true\n---\n本文。\n`;
      const { findings, body } = read(text);
      expect(findings).toMatchObject([{ code: 'frontmatter-language', values: { language } }]);
      expect(body).toBe(text);
      expect(globalThis).not.toHaveProperty('wasRun');
    },
  );

  it('reads the same file anew each time', () => {
    const text = '---\ntitle: 霧\n---\n本文。\n';
    expect(read(text).settings).not.toBe(read(text).settings);
    expect(read(text).settings).toEqual(read(text).settings);
  });

  it('keeps numbers and dates as they were written', () => {
    const { settings } = read('---\ntitle: 007\ndate: 2026-04-01\norder: 5.50\n---\n本文。\n');
    expect(settings).toEqual({
      title: new WrittenNumber(7, '007'),
      date: '2026-04-01',
      order: new WrittenNumber(5.5, '5.50'),
    });
  });

  it('tells the places of keys and values, also inside lists and behind aliases', () => {
    const { locate } = read('---\na: &a\n  b: 1\nlist:\n  - x\n  - {c: 2}\nd: *a\n---\n');
    expect(locate(['a', 'b'], 'value')).toEqual({ line: 3, column: 6 });
    expect(locate(['list', 1, 'c'], 'key')).toEqual({ line: 6, column: 6 });
    expect(locate(['d', 'b'], 'value')).toEqual({ line: 3, column: 6 });
    expect(locate(['list', 7], 'value')).toEqual({ line: 4, column: 1 });
    expect(locate(['none'], 'value')).toEqual({ line: 1, column: 1 });
  });

  it('does not hang on what multiplies or nests without end', () => {
    const nested = `---\na: ${'['.repeat(50_000)}\n---\n`;
    const deep = `---\na: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n---\n`;
    for (const text of [nested, deep]) {
      expect(read(text).findings).toHaveLength(1);
    }
  });

  it('takes __proto__ for a key like any other', () => {
    const { settings } = read('---\n__proto__: {polluted: 1}\n---\n');
    expect(Object.keys(settings ?? {})).toEqual(['__proto__']);
    expect({}).not.toHaveProperty('polluted');
  });

  it('never throws, and keeps every place inside the file', () => {
    fc.assert(
      fc.property(anyYaml, fc.boolean(), (yaml, isWhole) => {
        const text = isWhole ? yaml : `---\n${yaml}\n---\n`;
        const { findings, locate, settings } = isWhole
          ? readYamlFile({ path: 'site.yaml', text })
          : read(text);
        const places = [
          ...findings,
          ...Object.keys(settings ?? {}).map((key) => locate([key], 'value')),
        ];
        const lines = text.split('\n');
        for (const { line = 1, column = 1 } of places) {
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(line).toBeLessThanOrEqual(lines.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('loses no text, whatever the settings and the text are', () => {
    const body = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replace(/\r/g, ''))
      // Blanks alone are no text, and one of them may go.
      .filter((text) => text === '' || text.trim() !== '');
    fc.assert(
      fc.property(fc.constantFrom('title: 霧', '', '# x', 'order: 1'), body, (settings, text) => {
        const { body: kept, bodyLine } = read(`---\n${settings}\n---\n${text}`);
        expect(kept).toBe(text);
        expect(bodyLine).toBe(4);
      }),
    );
    fc.assert(
      fc.property(anyYaml, (text) => {
        const { body: kept, settings } = read(text);
        expect(settings === undefined || text.endsWith(kept)).toBe(true);
      }),
    );
  });
});

const anyYaml = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a: 1',
        'title: 霧',
        '  - x',
        '\t',
        '---',
        '"',
        "'",
        '[',
        '}',
        ': ',
        '&a',
        '*a',
      ),
      fc.constantFrom(
        '!!int',
        '|',
        '>',
        '? ',
        '%YAML 1.1',
        '...',
        '#',
        'title：霧',
        '　',
        'a:b',
        '<<: *a',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 8 },
  )
  .chain((parts) =>
    fc.constantFrom('\n', ' ', '').map((joint) => parts.join(joint).replace(/\r/g, '')),
  );
