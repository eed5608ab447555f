import type { Peer } from './peer.ts';

/**
 * A collection with the glob loader, which keeps bodies in its store, and remark as it comes: since
 * version 7 that has to be chosen.
 *
 * @see https://docs.astro.build/en/guides/content-collections/
 * @see https://docs.astro.build/en/reference/markdown-processors/unified/
 */
export const astro: Peer = {
  title: 'Astro',
  contentDir: 'content',
  outDir: 'dist',
  memories: ['.cache', '.astro'],
  args: ['node_modules/astro/bin/astro.mjs', 'build', '--silent'],
  env: { ASTRO_TELEMETRY_DISABLED: '1' },
  files: {
    'package.json': '{ "type": "module" }\n',
    'astro.config.mjs': `
      import { unified } from '@astrojs/markdown-remark';
      import { defineConfig } from 'astro/config';
      export default defineConfig({ cacheDir: './.cache', markdown: { processor: unified() } });
    `,
    'src/content.config.ts': `
      import { defineCollection } from 'astro:content';
      import { glob } from 'astro/loaders';
      export const collections = {
        episodes: defineCollection({ loader: glob({ base: './content', pattern: '*/*.md' }) }),
      };
    `,
    'src/pages/[...id].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const entries = (await getCollection('episodes')).sort((a, b) => (a.id < b.id ? -1 : 1));
  const near = (a, b) => (a && a.id.split('/')[0] === b.id.split('/')[0] ? a : undefined);
  return entries.map((entry, i) => ({
    params: { id: entry.id },
    props: { entry, previous: near(entries[i - 1], entry), next: near(entries[i + 1], entry) },
  }));
}
const { entry, previous, next } = Astro.props;
const { Content } = await render(entry);
---
<!doctype html>
<html lang="ja">
  <head><meta charset="utf-8" /><title>{entry.data.title}</title></head>
  <body>
    <h1>{entry.data.title}</h1>
    <article><Content /></article>
    <nav>
      {previous && <a rel="prev" href={\`/\${previous.id}/\`}>{previous.data.title}</a>}
      <a href="../">目次</a>
      {next && <a rel="next" href={\`/\${next.id}/\`}>{next.data.title}</a>}
    </nav>
  </body>
</html>
`,
    'src/pages/[series]/index.astro': `---
import { getCollection } from 'astro:content';
export async function getStaticPaths() {
  const entries = (await getCollection('episodes')).sort((a, b) => (a.id < b.id ? -1 : 1));
  const series = Map.groupBy(entries, ({ id }) => id.split('/')[0]);
  return [...series].map(([id, items]) => ({ params: { series: id }, props: { items } }));
}
const { series } = Astro.params;
const { items } = Astro.props;
---
<!doctype html>
<html lang="ja">
  <head><meta charset="utf-8" /><title>{series}</title></head>
  <body>
    <ol>{items.map(({ id, data }) => <li><a href={\`/\${id}/\`}>{data.title}</a></li>)}</ol>
  </body>
</html>
`,
  },
};
