import { beforeAll, describe, expect, it } from 'vitest';
import { attribute, build, elements, type Built } from './built-pages.ts';
import { episode, episodes, markdown, series, site } from './writing.ts';

describe('a frame', () => {
  const frame = (host: string) => `<iframe src="https://${host}/x" title="灯台"></iframe>`;
  let framed: Built;

  beforeAll(async () => {
    framed = await build({
      ...site({ embeds: ['player.example', 'maps.example'] }),
      ...series(
        'kiri',
        { description: frame('maps.example') },
        {
          ...episodes(1),
          '2.md': episode(2, { foreword: frame('maps.example') }, frame('player.example')),
          '3.md': episode(3, {}, frame('other.example')),
        },
      ),
      'about.md': markdown({ title: '案内' }, frame('player.example')),
    });
  });

  it.each([
    ['kiri/', 'https://maps.example'],
    ['kiri/1/', undefined],
    ['kiri/2/', 'https://maps.example https://player.example'],
    ['kiri/3/', undefined],
    ['about/', 'https://player.example'],
    ['', undefined],
  ])('is allowed by the policy of the page that shows it: %s', (path, hosts) => {
    const policy = elements(framed.page(path), 'meta', 'http-equiv')
      .map((meta) => attribute(meta, 'content'))
      .join('');
    expect(/frame-src ([^;]*)/.exec(policy)?.[1]).toBe(hosts);
    const shown = elements(framed.page(path), 'iframe').length;
    expect(shown).toBe(hosts === undefined ? 0 : hosts.split(' ').length);
  });

  it('of another host is left out, and the writer is told how to have it', () => {
    expect(framed.stdout).toContain('[embed-not-allowed]');
    expect(framed.stdout).toContain('- other.example');
  });
});
