import { describe, expect, it } from 'vitest';
import { catalogue } from '#src/diagnostics/catalogue.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import { describe as inWords } from '#src/diagnostics/describe.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { exampleFindings } from '#tests/unit/manuscript/example-findings.ts';

const findings = await exampleFindings();

describe('wording', () => {
  it.each(['ja', 'en'] as const)('in %s is as it was agreed on', async (language) => {
    const report = reportText(findings, { contentPath: 'content', language });
    await expect(report).toMatchFileSnapshot(`./wording.${language}.txt`);
  });

  it('is one line, in its own language, and names no technique', () => {
    for (const finding of findings) {
      for (const language of ['ja', 'en'] as const) {
        const { problem, expected, hint } = inWords(finding, language);
        for (const line of [problem, expected ?? '-', hint]) {
          expect(line).not.toMatch(/\n|undefined|null|NaN|\[object|Zod|regex|schema|token|parse/i);
        }
        // What a writer wrote stands in quotation marks, and may be in any language.
        const own = hint.replace(/“[^”]*”/g, '');
        expect(/[ぁ-ん]/.test(own)).toBe(language === 'ja');
      }
    }
  });

  it('cannot be broken by what a writer wrote', () => {
    const values = { key: 'a\u202E\nb', nearest: 'あ'.repeat(500) };
    const { problem, hint } = inWords({ code: 'unknown-key', file: 'a', values }, 'en');
    expect(problem).toBe('There is no setting called “a b”.');
    expect(hint.length).toBeLessThan(150);
  });

  it('throws where a finding lacks a value that its wording needs', () => {
    const finding: Finding = { code: 'unknown-key', file: 'a', values: {} };
    expect(() => inWords(finding, 'ja')).toThrow('unknown-key');
  });

  it('warns of what need not stop a build, and of nothing else', () => {
    const warnings = Object.entries(catalogue).filter(([, { severity }]) => severity !== 'error');
    expect(warnings.map(([code]) => code).toSorted()).toEqual([
      'address-reused',
      'angle-bracket-unpaired',
      'bar-unread',
      'base-too-long',
      'base-unmarked',
      'corner-bracket-unpaired',
      'dash-odd',
      'dash-substitute',
      'definition-unused',
      'ellipsis-odd',
      'ellipsis-substitute',
      'embed-not-allowed',
      'embed-title-missing',
      'footnote-missing',
      'half-width-punctuation',
      'image-alt-missing',
      'image-unread',
      'link-unpublished',
      'link-unread',
      'order-gap',
      'output-large-file',
      'output-large-site',
      'output-many-files',
      'reading-broken',
      'reading-too-long',
      'series-unpublished',
      'stop-before-bracket',
      'tag-of-example',
      'text-unread',
    ]);
  });

  it('has readable codes that nobody can change', () => {
    expect(Object.isFrozen(catalogue)).toBe(true);
    for (const code of Object.keys(catalogue)) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    }
  });
});
