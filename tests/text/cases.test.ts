import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toHtml } from '#src/text/forms/html.ts';
import { parseMarkdown, type MarkdownOptions } from '#src/text/markdown.ts';

// A case is a folder: input.md, output.html as typesetting.md has it, and options.json where the
// language is not Japanese or line breaks are not kept.
const FOLDER = import.meta.dirname;

const DEFAULTS: MarkdownOptions = {
  language: 'ja',
  breaks: true,
  resolveLink: (href) => ({ kind: 'link', href }),
  resolveImage: (src) => ({ src, width: 640, height: 480 }),
};

const cases = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

describe('typesetting', () => {
  it.each(cases)('%s', (name) => {
    const read = (file: string): string => readFileSync(join(FOLDER, name, file), 'utf8');
    const options = existsSync(join(FOLDER, name, 'options.json'))
      ? (JSON.parse(read('options.json')) as Partial<MarkdownOptions>)
      : {};
    const tree = parseMarkdown(read('input.md'), { ...DEFAULTS, ...options });
    expect(toHtml(tree).trim()).toBe(read('output.html').trim());
  });
});
