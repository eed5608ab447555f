import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createIndex, close } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { buildSite, projectRoot, readTree, temporaryFolder } from '#tests/support/build-site.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import {
  absentQueries,
  drawnQueries,
  queryKinds,
  randomStretches,
} from '#tests/support/drawn-queries.ts';
import { readPlainSite, searchFor, type PlainSite } from '#tests/support/search-site.ts';
import { serve } from '#tests/support/serve.ts';

// Search as this project has it beside Pagefind as it comes, in one browser and over the same pages:
// what they find of what a plain search through the text finds, and what that costs a reader.
//
//   npm run bench:search [-- <folder of a series> …]
//
// The sample comes first, then each folder as a site of its own.

const NOW = { TSUZUKI_NOW: '2126-01-01T00:00:00Z' };
/** Queries whose cost is measured, each in a browser that has loaded nothing before. */
const COLD = 7;
/** When everything has come that a query asks for, in milliseconds after its results. */
const SETTLED = 500;

interface Engine {
  readonly name: string;
  /** Absolute: the folder of the index in the served one. */
  readonly index: (folder: string) => string;
  /** Path of the page to search on. */
  readonly page: string;
  /** The paths of the episodes that are found, sorted, once their excerpts can be shown. */
  readonly search: (page: Page, query: string) => Promise<readonly string[]>;
}

const tsuzuki: Engine = {
  name: 'Tsuzuki',
  index: (folder) => join(folder, 'pagefind'),
  page: 'search/',
  async search(page, query) {
    const { paths } = await searchFor(page, query);
    return paths;
  },
};

const stock: Engine = {
  name: 'Pagefind',
  index: (folder) => join(folder, 'stock'),
  page: 'stock.html',
  search: (page, query) =>
    page.evaluate(
      async ([text = '', runtime = '']) => {
        const { search } = (await import(runtime)) as StockPagefind;
        const { results } = await search(text);
        const urls = await Promise.all(results.map(async ({ data }) => (await data()).url));
        return urls.map((url) => decodeURI(url)).sort();
      },
      [query, '/stock/pagefind.js'],
    ),
};

interface StockPagefind {
  readonly search: (query: string) => Promise<{
    readonly results: readonly { readonly data: () => Promise<{ readonly url: string }> }[];
  }>;
}

const browser = await launchChromium();
const sites = [
  { name: 'the sample', content: join(projectRoot, 'content') },
  ...(await Promise.all(process.argv.slice(2).map(siteOf))),
];
const rows: (readonly string[])[] = [];
for (const { name, content } of sites) rows.push(...(await compare(browser, name, content)));
await browser.close();
print(rows);

/** A series as a site of its own. */
async function siteOf(folder: string): Promise<{ name: string; content: string }> {
  const name = basename(resolve(folder));
  const content = await temporaryFolder('bench');
  await writeFile(join(content, 'site.yaml'), `title: ${name}\nurl: https://example.org/\n`);
  await mkdir(join(content, name));
  await cp(folder, join(content, name), { recursive: true });
  return { name, content };
}

async function compare(
  browser: Browser,
  name: string,
  content: string,
): Promise<readonly (readonly string[])[]> {
  const built = await buildSite(content, NOW);
  if (built.code !== 0) throw new Error(`${name} does not build:\n${built.stdout}${built.stderr}`);
  const site = await readPlainSite(built.outDir);
  await indexAsItComes(built.outDir, site);
  const blocks = [...site.episodes.values()].flat();
  const queries = [
    ...queryKinds.flatMap((kind) => drawnQueries(blocks, kind)),
    ...absentQueries(blocks, (query) => site.find(query).length > 0),
    ...randomStretches(blocks, 500),
  ];
  process.stderr.write(`${name}: ${site.episodes.size} episodes, ${queries.length} queries\n`);
  const compared: (readonly string[])[] = [];
  for (const engine of [stock, tsuzuki]) {
    const measured = await measure(browser, engine, built.outDir, site, queries);
    compared.push([name, engine.name, ...measured]);
  }
  return compared;
}

/** Pagefind's own index of the same episodes, made as its documentation says. */
async function indexAsItComes(folder: string, { episodes }: PlainSite): Promise<void> {
  const { index } = await createIndex({ rootSelector: 'article' });
  if (index === undefined) throw new Error('Pagefind does not start');
  const files = await readTree(folder);
  for (const path of episodes.keys()) {
    const content = files.get(`${path.slice(1)}index.html`)?.toString() ?? '';
    await index.addHTMLFile({ url: path, content });
  }
  await index.writeFiles({ outputPath: join(folder, 'stock') });
  await close();
  await writeFile(
    join(folder, 'stock.html'),
    '<!doctype html><html lang="ja"><title>stock</title>',
  );
}

async function measure(
  browser: Browser,
  engine: Engine,
  folder: string,
  site: PlainSite,
  queries: readonly string[],
): Promise<readonly string[]> {
  let bytes = 0;
  let requests = 0;
  const served = await serve(folder, '/', (_, sent) => {
    bytes += sent;
    requests += 1;
  });
  const freshPage = async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(served.url + engine.page, { waitUntil: 'networkidle' });
    return page;
  };

  const page = await freshPage();
  const counts = { right: 0, found: 0, there: 0 };
  for (const query of queries) {
    const there = site.find(query);
    const found = new Set(await engine.search(page, query));
    counts.right += there.filter((path) => found.has(path)).length;
    counts.found += found.size;
    counts.there += there.length;
  }
  await page.context().close();

  const cold: { bytes: number; requests: number; time: number }[] = [];
  const step = Math.floor(queries.length / COLD);
  for (const query of Array.from({ length: COLD }, (_, i) => queries[i * step] ?? '')) {
    bytes = 0;
    requests = 0;
    const fresh = await freshPage();
    const start = performance.now();
    await engine.search(fresh, query);
    const time = performance.now() - start;
    // Excerpts come when they are seen.
    await fresh.waitForTimeout(SETTLED);
    cold.push({ bytes, requests, time });
    await fresh.context().close();
  }
  await served.close();

  const files = [...(await readTree(engine.index(folder))).values()];
  const size = files.reduce((sum, file) => sum + file.length, 0);
  return [
    percent(counts.right, counts.there),
    percent(counts.right, counts.found),
    kilobytes(size / site.episodes.size),
    String(files.length),
    kilobytes(median(cold.map((one) => one.bytes))),
    String(median(cold.map((one) => one.requests))),
    `${median(cold.map((one) => one.time)).toFixed(0)} ms`,
  ];
}

function print(rows: readonly (readonly string[])[]): void {
  const head = [
    ...['site', 'engine', 'recall', 'precision', 'index an episode', 'files'],
    ...['page and cold query', 'requests', 'time to results'],
  ];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
