import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  attribute,
  attributes,
  build,
  element,
  elements,
  textOf,
  withToken,
  type Built,
} from './built-pages.ts';
import { episode, episodes, markdown, series, site } from './writing.ts';

// Nothing of it may reach a page.
const html = [
  '<p style="color: red" onclick="alert(1)">赤い</p>',
  '<script>alert(2)</script>',
  '<style>p { color: red }</style>',
  '<a href="javascript:alert(3)">四</a>',
  '<iframe src="https://elsewhere.example/"></iframe>',
  '<svg onload="alert(5)"><style>p { color: red }</style></svg>',
  '| 左 | 右 |\n|:--|--:|\n| 一 | 二 |',
];

let built: Built;

beforeAll(async () => {
  built = await build({
    ...site(),
    ...series(
      'story',
      { aliases: ['old'], direction: 'vertical', labels: 'wa' },
      {
        ...episodes(3),
        '4.md': episode(4, { foreword: html[0], aliases: ['four'] }, html.join('\n\n')),
      },
    ),
    ...series('tales', { title: 'Tales', language: 'en', status: 'complete' }, episodes(35)),
    'about.md': markdown({ title: '案内' }, html.join('\n\n')),
  });
});

describe('the policy of every page', () => {
  it('comes first, directly behind the encoding', () => {
    for (const [path, page] of built.pages) {
      const [encoding, policy] = elements(element(page, 'head'));
      expect(encoding && attribute(encoding, 'charset'), path).toBe('utf-8');
      expect(policy && attribute(policy, 'http-equiv'), path).toBe('Content-Security-Policy');
    }
  });

  it('allows nothing inline but the scripts that are there, by their hashes', () => {
    for (const [path, page] of built.pages) {
      const policy = policyOf(path);
      expect(policy, path).not.toMatch(/unsafe-(inline|eval|hashes)|[*]|https?:|data:/);
      expect(policy, path).toMatch(/^default-src 'none';/);
      const inline = elements(page, 'script').filter(
        (one) =>
          attribute(one, 'src') === undefined && attribute(one, 'type') !== 'application/ld+json',
      );
      const hashes = inline.map((one) => createHash('sha256').update(textOf(one)).digest('base64'));
      expect(policy.match(/(?<='sha256-)[^']*/g) ?? [], path).toEqual(hashes);
    }
  });

  it('needs no exception: no style, no handler and no script address stands in the HTML', () => {
    for (const [path, page] of built.pages) {
      const all = elements(page);
      const names = all.flatMap(({ attrs }) => attrs.map(({ name }) => name));
      expect(
        names.filter((name) => name === 'style' || name.startsWith('on')),
        path,
      ).toEqual([]);
      expect(elements(page, 'style'), path).toEqual([]);
      const hrefs = attributes(elements(page, '*', 'href'), 'href');
      expect(
        hrefs.filter((href) => href?.startsWith('javascript:')),
        path,
      ).toEqual([]);
    }
  });

  it('is kept: nothing is loaded from another host', () => {
    const files = [...built.files.keys()].filter((path) => /\.(css|js)$/.test(path));
    for (const path of files) expect(built.text(path)).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
    for (const page of built.pages.values()) {
      const sources = attributes(elements(page, '*', 'src'), 'src');
      expect(sources.filter((src) => !/^\/[^/]/.test(src ?? ''))).toEqual([]);
    }
  });

  it('needs one style sheet, which every page loads; indexes one more, and some one besides', () => {
    const sheetsOf = (page: Parameters<typeof withToken>[0]) =>
      attributes(withToken(page, 'link', 'rel', 'stylesheet'), 'href');
    const [sheet] = sheetsOf(built.page('story/1/'));
    for (const page of whole()) {
      const isText = elements(page, 'article').length > 0;
      const hasOwn = ['search/', 'feeds/'].some((path) => page === built.page(path));
      expect(sheetsOf(page)).toContain(sheet);
      expect(sheetsOf(page)).toHaveLength(isText ? 1 : hasOwn ? 3 : 2);
    }
  });
});

function policyOf(path: string): string {
  const metas = elements(built.page(path), 'meta', 'http-equiv');
  return metas.map((meta) => attribute(meta, 'content')).join('');
}

/** All pages but the stubs of former addresses, which need no style. */
function whole() {
  const kept = [...built.pages].filter(([path]) => !/^old\/|\/four\/$/.test(path));
  return kept.map(([, page]) => page);
}
