import { describe, expect, it } from 'vitest';
import { toHtml } from '#src/text/forms/html.ts';
import { parseMarkdown } from '#src/text/markdown.ts';

const source = '## 雨\n\n本文[^1]、[上へ](#雨)、[よそへ](#nowhere)。\n\n[^1]: 注。\n';
const html = (idPrefix?: string) =>
  toHtml(
    parseMarkdown(source, {
      language: 'ja',
      breaks: true,
      idPrefix,
      resolveLink: (href) => ({ kind: 'link', href }),
      resolveImage: () => undefined,
    }),
  );
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id);

describe('a prefix for ids', () => {
  it('lets two texts stand on one page', () => {
    const ids = all(html() + html('foreword-'), / id="([^"]*)"/g);
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps what refers to them', () => {
    const text = html('foreword-');
    const ids = new Set(all(text, / id="([^"]*)"/g));
    const targets = all(text, /href="#([^"]*)"/g).map((id) => decodeURIComponent(id ?? ''));
    expect(targets.filter((id) => !ids.has(id))).toEqual(['nowhere']);
  });
});
