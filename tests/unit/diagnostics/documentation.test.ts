import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#src/diagnostics/catalogue.ts';
import { describe as inWords } from '#src/diagnostics/describe.ts';
import { exampleFindings } from '#tests/unit/manuscript/example-findings.ts';

const text = await readFile(new URL('../../../docs/diagnostics.md', import.meta.url), 'utf8');
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
);

const said = { error: 'Error', warning: 'Warning', advice: 'Advice' } as const;

describe('docs/diagnostics.md', () => {
  it('has one section for every code of the catalogue, in its order', () => {
    expect([...sections.keys()]).toEqual(Object.keys(catalogue));
  });

  it.each(Object.entries(catalogue))('%s: says how grave it is', (code, { severity }) => {
    expect(sections.get(code)).toMatch(`\n\n${said[severity]}. `);
  });

  it('shows messages as they are', async () => {
    const shown = new Map(
      (await exampleFindings())
        .toReversed()
        .map((finding) => [finding.code, inWords(finding, 'ja')]),
    );
    for (const [code, { problem, expected, hint }] of shown) {
      const lines = [problem, expected, hint].filter((line) => line !== undefined);
      expect(sections.get(code)).toContain(lines.map((line) => `> ${line}\n`).join(''));
    }
  });
});
