import { describe, expect, it } from 'vitest';
import { inspectMarkdown } from '#src/text/inspect.ts';
import { toHtml } from '#src/text/forms/html.ts';
import { parseMarkdown } from '#src/text/markdown.ts';
import { OPTIONS } from './options.ts';

const allowsEmbed = (url: string): boolean => url.startsWith('https://player.example/');
const html = (source: string): string =>
  toHtml(parseMarkdown(source, { ...OPTIONS, allowsEmbed })).trim();

describe('a frame', () => {
  it('keeps its address, title and size, and gets what a player needs', () => {
    const typed =
      '<iframe width="640" height="360" src="https://player.example/a?b=1&amp;c=2" title="灯台" ' +
      'frameborder="0" allow="camera" style="color: red" srcdoc="x" name="y" onload="z"></iframe>';
    expect(html(typed)).toBe(
      '<p><iframe src="https://player.example/a?b=1&#x26;c=2" title="灯台" width="640" ' +
        'height="360" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" ' +
        'allow="encrypted-media; picture-in-picture" allowfullscreen></iframe></p>',
    );
  });

  it.each([
    ['', 'width="560" height="315"'],
    ['width="100%" height="152"', 'width="560" height="152"'],
    ['width="320"', 'width="320" height="180"'],
    ['width="0" height="-1"', 'width="560" height="315"'],
  ])('of size %j takes the room of %s', (typed, expected) => {
    expect(html(`<iframe src="https://player.example/" ${typed}></iframe>`)).toContain(expected);
  });

  it('without a title is called by its host', () => {
    expect(html('<iframe src="https://player.example/a"></iframe>')).toContain(
      'title="player.example"',
    );
  });

  it.each([
    'https://other.example/',
    'http://player.example/',
    '//player.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'a.html',
    '',
  ])('that leads to %j is left out', (src) => {
    expect(html(`一\n\n<iframe src="${src}"></iframe>\n\n二`)).not.toContain('iframe');
  });

  it('is left out everywhere where nothing is allowed', () => {
    const source = '<iframe src="https://player.example/"></iframe>';
    expect(toHtml(parseMarkdown(source, OPTIONS)).trim()).toBe('');
  });

  it('stands in a line where it is typed in one', () => {
    expect(html('前<iframe src="https://player.example/"></iframe>後')).toMatch(
      /^<p>前<iframe [^>]*><\/iframe>後<\/p>$/u,
    );
  });

  it('is found with its place and title, and is something to see', () => {
    const source =
      '一\n\n> <iframe src="https://x.example/" title="題"></iframe>\n\n<iframe></iframe>';
    expect(inspectMarkdown(source, { language: 'ja', breaks: true }).embeds).toEqual([
      { url: 'https://x.example/', line: 3, column: 3, title: '題' },
      { url: '', line: 5, column: 1, title: '' },
    ]);
    const alone = '<iframe src="https://x.example/"></iframe>';
    expect(inspectMarkdown(alone, { language: 'ja', breaks: true }).isEmpty).toBe(false);
  });
});
