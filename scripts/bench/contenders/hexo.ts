import type { Peer } from './peer.ts';

/**
 * A theme of two layouts in Nunjucks, which Hexo brings with it, marked as its renderer, and nothing
 * else that would make pages.
 *
 * @see https://hexo.io/docs/
 */
export const hexo: Peer = {
  title: 'Hexo',
  contentDir: 'source/_posts',
  outDir: 'public',
  memories: ['db.json'],
  args: ['node_modules/hexo/bin/hexo', 'generate', '--silent'],
  env: {},
  files: {
    'package.json': JSON.stringify({
      hexo: { version: '' },
      dependencies: { hexo: '', 'hexo-renderer-marked': '' },
    }),
    '_config.yml': [
      'title: bench',
      'url: https://bench.example',
      'language: ja',
      'timezone: Asia/Tokyo',
      'permalink: :title/',
      'theme: bare',
      'syntax_highlighter: ""',
    ].join('\n'),
    'themes/bare/layout/post.njk': `<!doctype html>
<html lang="ja"><meta charset="utf-8"><title>{{ page.title }}</title>
<h1>{{ page.title }}</h1><article>{{ page.content }}</article>
<nav>{% if page.before %}<a rel="prev" href="/{{ page.before.path }}">{{ page.before.title }}</a>{% endif %}
<a href="../">目次</a>
{% if page.behind %}<a rel="next" href="/{{ page.behind.path }}">{{ page.behind.title }}</a>{% endif %}</nav></html>
`,
    'themes/bare/layout/series.njk': `<!doctype html>
<html lang="ja"><meta charset="utf-8"><title>{{ page.id }}</title>
<ol>{% for post in page.items %}<li><a href="/{{ post.path }}">{{ post.title }}</a></li>{% endfor %}</ol></html>
`,
    'scripts/series.js': `
      const byPath = (a, b) => (a.source < b.source ? -1 : 1);
      const seriesOf = ({ source }) => source.split('/').at(-2);
      // Its own takes neighbours from all posts.
      hexo.extend.generator.register('post', ({ posts }) => {
        const items = posts.toArray().sort(byPath);
        const near = (a, b) =>
          a && seriesOf(a) === seriesOf(b) ? { path: a.path, title: a.title } : undefined;
        return items.map((post, i) => {
          post.before = near(items[i - 1], post);
          post.behind = near(items[i + 1], post);
          return { path: post.path, layout: ['post'], data: post };
        });
      });
      hexo.extend.generator.register('series', ({ posts }) =>
        [...Map.groupBy(posts.toArray().sort(byPath), seriesOf)].map(([id, items]) => ({
          path: id + '/index.html',
          layout: ['series'],
          data: { id, items },
        })),
      );
      hexo.render.renderer.get('md').disableNunjucks = true;
    `,
  },
};
