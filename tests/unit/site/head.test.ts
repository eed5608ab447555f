import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '#src/site/content-security-policy.ts';
import { fullTitle, metaTags, scriptJson, type Head } from '#src/site/head.ts';

const head: Head = {
  title: '【続編⑩】雨',
  siteTitle: '文庫',
  description: '雨の話。',
  canonical: 'https://example.org/umi/10/',
  feeds: [],
  type: 'article',
  locale: 'ja',
  image: { url: 'https://example.org/a.png', width: 1200, height: 630, alt: '雨' },
  author: { name: '乗越まどか', x: 'norikoshi' },
};
const tag = (said: Partial<Head>, name: string) =>
  metaTags({ ...head, ...said }).find((meta) =>
    'name' in meta ? meta.name === name : meta.property === name,
  )?.content;

describe('the head', () => {
  it('has the site’s name behind the page’s, and alone on the front page', () => {
    expect(fullTitle(head)).toBe('【続編⑩】雨 - 文庫');
    expect(fullTitle({ ...head, title: undefined })).toBe('文庫');
  });

  it('leaves out what there is nothing to say of', () => {
    expect(tag({ description: undefined }, 'description')).toBeUndefined();
    expect(tag({ description: '' }, 'og:description')).toBeUndefined();
    const image = { ...head.image, alt: undefined };
    expect(tag({ image }, 'og:image:alt')).toBeUndefined();
  });

  it('shows its picture large, with its size and what it says', () => {
    expect(tag({}, 'twitter:card')).toBe('summary_large_image');
    expect(tag({}, 'og:image')).toBe('https://example.org/a.png');
    expect([tag({}, 'og:image:width'), tag({}, 'og:image:height')]).toEqual(['1200', '630']);
    expect(tag({}, 'og:image:alt')).toBe('雨');
  });

  it('names the writer’s account with its sign, and the language with its territory', () => {
    expect(tag({}, 'twitter:creator')).toBe('@norikoshi');
    expect(tag({}, 'og:locale')).toBe('ja_JP');
    expect(tag({ locale: 'en-GB' }, 'og:locale')).toBe('en_GB');
  });
});

describe('JSON in a script', () => {
  it('cannot close the element, and is still the same JSON', () => {
    const data = { headline: '</script><!-- <script>' };
    expect(scriptJson(data)).not.toContain('<');
    expect(JSON.parse(scriptJson(data))).toEqual(data);
  });
});

describe('the policy', () => {
  it('allows the named inline scripts by hash and nothing else inline', () => {
    const policy = contentSecurityPolicy(['alert(1)']);
    expect(policy).toContain("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("default-src 'none'");
  });
});
