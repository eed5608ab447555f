import { describe, expect, it } from 'vitest';
import { basePath, createUrls } from '#src/site/urls.ts';

const root = createUrls({ url: 'https://example.org/' });
const novels = createUrls({ url: 'https://example.org/novels/' });

describe('addresses', () => {
  it('are folders below the base path', () => {
    expect(root.home).toBe('/');
    expect(root.series('umi')).toBe('/umi/');
    expect(root.episode({ seriesId: 'umi', slug: '01' })).toBe('/umi/01/');
    expect(novels.home).toBe('/novels/');
    expect(novels.episode({ seriesId: 'umi', slug: '01' })).toBe('/novels/umi/01/');
    expect(novels.archive(2025)).toBe('/novels/archive/2025/');
  });

  it('are percent-encoded, so that they can stand in an href', () => {
    expect(root.series('海')).toBe('/%E6%B5%B7/');
    expect(root.episode({ seriesId: '海', slug: 'がけ' })).toBe('/%E6%B5%B7/%E3%81%8C%E3%81%91/');
  });

  it('become absolute against the site', () => {
    expect(novels.absolute(novels.series('umi'))).toBe('https://example.org/novels/umi/');
    expect(root.absolute(root.sitemap)).toBe('https://example.org/sitemap.xml');
  });

  it('put what a writer wrote from the top of the site behind the base path', () => {
    expect(novels.within('/about/')).toBe('/novels/about/');
    expect(root.within('/')).toBe('/');
  });
});

describe('the base path', () => {
  it('is the path of the address of the site', () => {
    expect(basePath({ url: 'https://example.org/' })).toBe('/');
    expect(basePath({ url: 'https://example.org/a/b/' })).toBe('/a/b/');
  });
});
