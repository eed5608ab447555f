import { describe, expect, it } from 'vitest';
import { redirectRules, redirects } from '#src/site/redirects.ts';
import { createUrls } from '#src/site/urls.ts';
import { assembleSite } from '#src/story/site.ts';
import { episode, extra, later, manuscript, series } from '#tests/support/manuscript.ts';

const urls = createUrls({ url: 'https://example.org/novels/' });

function rulesFor(entries: Parameters<typeof manuscript>[0]): string {
  const site = assembleSite(manuscript(entries), { now: later, show: 'published' });
  return redirectRules(redirects(site, urls));
}

describe('former addresses', () => {
  it('of an episode lead to its address of today', () => {
    const rules = rulesFor({
      series: [series({ id: 'umi' })],
      episodes: [episode(1, { seriesId: 'umi', aliases: ['first', 'あ'] })],
    });
    expect(rules).toBe(
      '/novels/umi/first/ /novels/umi/1/ 301\n/novels/umi/%E3%81%82/ /novels/umi/1/ 301\n',
    );
  });

  it('of a series lead on with all of its parts, under present and former slugs', () => {
    const rules = rulesFor({
      series: [series({ id: 'umi', aliases: ['sea'] })],
      episodes: [
        episode(1, { seriesId: 'umi', aliases: ['first'] }),
        extra(1, 'bangai', { seriesId: 'umi' }),
      ],
    });
    expect(rules.split('\n')).toEqual(
      expect.arrayContaining([
        '/novels/sea/ /novels/umi/ 301',
        '/novels/sea/1/ /novels/umi/1/ 301',
        '/novels/sea/first/ /novels/umi/1/ 301',
        '/novels/sea/bangai/ /novels/umi/bangai/ 301',
      ]),
    );
  });

  it('of what is unpublished are told to nobody', () => {
    const rules = rulesFor({
      series: [series({ id: 'umi' })],
      episodes: [
        episode(1, { seriesId: 'umi' }),
        episode(2, { seriesId: 'umi', draft: true, aliases: ['secret'] }),
      ],
    });
    expect(rules).toBe('');
  });
});
