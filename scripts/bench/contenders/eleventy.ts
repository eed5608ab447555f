import type { Peer } from './peer.ts';

/**
 * Layouts in JavaScript, which are its quickest, and no template language in the Markdown.
 *
 * @see https://www.11ty.dev/docs/
 */
export const eleventy: Peer = {
  title: 'Eleventy',
  contentDir: 'content',
  outDir: '_site',
  memories: ['.cache'],
  args: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
  env: {},
  files: {
    'package.json': '{ "type": "module" }\n',
    'eleventy.config.js': `
      export default function (config) {
        config.addGlobalData('layout', 'episode.11ty.js');
        config.addCollection('series', (api) => {
          const episodes = api.getFilteredByGlob('content/*/*.md');
          const series = Map.groupBy(episodes, ({ inputPath }) => inputPath.split('/').at(-2));
          return [...series].map(([id, items]) => ({
            id,
            items: items.sort((a, b) => (a.inputPath < b.inputPath ? -1 : 1)),
          }));
        });
        config.addCollection('neighbours', (api) => {
          const items = api
            .getFilteredByGlob('content/*/*.md')
            .sort((a, b) => (a.inputPath < b.inputPath ? -1 : 1));
          const near = (a, b) =>
            a && a.inputPath.split('/').at(-2) === b.inputPath.split('/').at(-2) ? a : undefined;
          return new Map(
            items.map((item, i) => [
              item.url,
              { previous: near(items[i - 1], item), next: near(items[i + 1], item) },
            ]),
          );
        });
        return {
          dir: { input: 'content', includes: '../_includes', output: '_site' },
          markdownTemplateEngine: false,
          htmlTemplateEngine: false,
        };
      }
    `,
    '_includes/episode.11ty.js': `
      const link = (rel, item) =>
        item ? \`<a rel="\${rel}" href="\${item.url}">\${item.data.title}</a>\` : '';
      export const render = ({ title, content, page, collections }) => {
        const { previous, next } = collections.neighbours.get(page.url) ?? {};
        return \`<!doctype html><html lang="ja"><meta charset="utf-8"><title>\${title}</title>
          <h1>\${title}</h1><article>\${content}</article>
          <nav>\${link('prev', previous)} <a href="../">目次</a> \${link('next', next)}</nav></html>\`;
      };
    `,
    'content/index-of-series.11ty.js': `
      export const data = {
        layout: false,
        pagination: { data: 'collections.series', size: 1, alias: 'series' },
        permalink: ({ series }) => \`/\${series.id}/\`,
      };
      export const render = ({ series }) =>
        \`<!doctype html><html lang="ja"><meta charset="utf-8"><title>\${series.id}</title><ol>\${series.items
          .map(({ url, data }) => \`<li><a href="\${url}">\${data.title}</a></li>\`)
          .join('')}</ol></html>\`;
    `,
  },
};
