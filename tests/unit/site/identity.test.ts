import { describe, expect, it } from 'vitest';
import { episodeIdentity, seriesIdentity, tagMoment, tagUri } from '#src/site/identity.ts';

describe('the identity of what is told', () => {
  it('is that of its address at first', () => {
    expect(seriesIdentity({ id: 'umi', aliases: [] })).toBe('umi');
    expect(episodeIdentity({ id: 'umi', aliases: [] }, { id: '01' })).toBe('umi/01');
  });

  it('stays when the series gets another name, and another', () => {
    const renamed = { id: 'kawa', aliases: ['umi', 'mizu'] };
    expect(seriesIdentity(renamed)).toBe('umi');
    expect(episodeIdentity(renamed, { id: '01' })).toBe('umi/01');
  });

  it('becomes one for the whole world under the tag of the site', () => {
    const named = (identity: string) => tagUri({ tag: 'example.org,2026' }, identity);
    expect(named('umi/01')).toBe('tag:example.org,2026:umi/01');
    expect(named('霧/一')).toBe('tag:example.org,2026:%E9%9C%A7/%E4%B8%80');
  });
});

describe('the moment of a tag', () => {
  it.each([
    ['example.org,2026', Date.UTC(2026, 0, 1)],
    ['me@example.org,2026-04', Date.UTC(2026, 3, 1)],
    ['example.org,2026-04-09', Date.UTC(2026, 3, 9)],
  ])('of %s is when its day begins', (tag, moment) => {
    expect(tagMoment({ tag })).toBe(moment);
  });
});
