import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareEngine, type Engine } from '#src/build/engine.ts';
import { loadPageServer } from '#src/build/render-files.ts';
import { withLock } from '#src/integration/build-lock.ts';
import { loadContent } from '#src/integration/load-content.ts';
import { readProject } from '#src/integration/project.ts';
import { projectRoot, temporaryFolder, writeContent } from '#tests/support/build-site.ts';
import { plain } from '#tests/support/pictures.ts';
import { markdown, yaml, type Files, type Keys } from './writing.ts';

// Whatever is changed in a manuscript: an output whose bytes change has another key. A build keeps what
// has the same one.

/** What may stand in a place of the content; the first is what stands there as long as nothing is said. */
type Choices = Readonly<Record<string, readonly unknown[]>>;

const none = undefined;
const notes = [none, '前の話は[第一夜](1.md)。![](sea.png "海")'];

const site: Choices = {
  title: ['書庫', '《《文庫》》'],
  language: [none, 'en'],
  timezone: [none, 'America/New_York'],
  tag: ['example.org,2026', 'example.org,2025-02'],
  description: [none, '物語の｜書庫《しょこ》。'],
  author: ['作者', { name: '作者', url: 'https://example.org/me', x: 'sakusha' }, none],
  feeds: [
    { items: 2 },
    { items: 3 },
    { items: 2, content: 'summary' },
    { items: 2, hub: 'https://hub.example/' },
  ],
  search: [none, { unread: 'hide' }],
  announce: [none, { template: '{title} {url}' }],
  advice: [none, false],
  embeds: [['player.example'], none],
};

const story: Choices = {
  title: ['霧', '深い霧'],
  category: [none, '怪談'],
  author: [none, { name: '別の人', mastodon: 'hito@mastodon.example' }],
  status: ['ongoing', 'complete', 'hiatus'],
  description: [none, '霧の話。', '霧の[続き](2.md)。'],
  labels: [none, 'wa', { first: '序', middle: '続', last: '終' }],
  language: [none, 'en'],
  direction: [none, 'vertical'],
  arcs: [[{ id: 'a', title: '春' }], [{ id: 'a', title: '夏' }]],
  cast: [none, [{ name: '霧子', reading: 'きりこ', note: '娘' }]],
  foreword: ['[第二夜](2.md)まで。', none],
  afterword: notes,
  breaks: [none, false],
  image: ['sea.png', none],
  warnings: [none, ['残酷']],
  aliases: [none, ['old-kiri']],
};

const part: Choices = {
  order: [2, 9, 2.5],
  date: ['2026-04-02', '2025-04-02', '2026-04-02T23:30:00Z'],
  title: [none, '二夜'],
  updated: [none, '2026-04-20'],
  summary: [none, '《《夜》》のこと。'],
  warnings: [none, '流血'],
  arc: [none, 'a'],
  image: [none, 'yama.png'],
  foreword: notes,
  afterword: notes,
  draft: [none, true],
  slug: [none, 'futatsume'],
  aliases: [none, ['ni']],
  id: [none, 'two'],
};

const texts: Readonly<Record<string, readonly (string | undefined)[]>> = {
  body: [
    `本文。
二行目と[二](2.md#text)。脚注[^1]。

![海](sea.png)と[海](sea.png)。

<iframe src="https://player.example/1" title="映像"></iframe>

[^1]: 注。`,
    '本文。\n二行目。',
    '本文。\n\n一行増えた。',
    '[一](1.md)、[三](3.md)、[別](../kaze/1.md)、[案内](../about.md)、[作品](../kaze/series.yaml)。',
    '## 見出しという見出し\n\n- 《《点》》',
  ],
  third: ['[二](2.md#x)の次。', '次。'],
  extra: [none, '番外。'],
  notice: [none, 'お知らせ。'],
  about: ['案内。', '[二](kiri/2.md)の案内。', '![海](kiri/sea.png)'],
  aboutTitle: ['案内', 'このサイト'],
  aboutSummary: [none, '要約'],
  links: [none, 'リンク。'],
  /** Pixels: how wide the picture is. */
  sea: ['640', '320'],
  moment: ['2026-11-01', '2026-04-03T00:00:00Z'],
};

const places = { site, story, part, texts };
/** For each place, the number of what stands there. */
type Choice = Readonly<Record<keyof typeof places, Readonly<Record<string, number>>>>;

const base = Object.fromEntries(
  Object.entries(places).map(([place, choices]) => [
    place,
    Object.fromEntries(Object.keys(choices).map((key) => [key, 0])),
  ]),
) as Choice;

/** Every single change of the base. */
const changes = Object.entries(places).flatMap(([place, choices]) =>
  Object.entries(choices).flatMap(([key, all]) =>
    all.slice(1).map((_, i) => [place as keyof typeof places, key, i + 1] as const),
  ),
);

/** What no keyed output shows. */
const unseen = ['search', 'announce', 'advice'];

const said = (place: keyof typeof places, choice: Choice) => (key: string) =>
  places[place][key]?.[choice[place][key] ?? 0];

const textOf = (choice: Choice) => (key: string) => texts[key]?.[choice.texts[key] ?? 0];

const allSaid = (place: keyof typeof places, choice: Choice): Keys => {
  return Object.fromEntries(
    Object.keys(places[place]).map((key) => [key, said(place, choice)(key)]),
  );
};

async function contentOf(choice: Choice): Promise<Files> {
  const text = textOf(choice);
  const optional = (path: string, keys: Keys, body: string | undefined): Files =>
    body === undefined ? {} : { [path]: markdown(keys, body) };
  const dated = (day: number) => `2026-04-0${String(day)}`;
  return {
    'site.yaml': yaml({ url: 'https://example.org/', ...allSaid('site', choice) }),
    'about.md': markdown(
      { title: text('aboutTitle'), summary: text('aboutSummary') },
      text('about'),
    ),
    ...optional('links.md', { title: 'リンク' }, text('links')),
    'kiri/series.yaml': yaml(allSaid('story', choice)),
    'kiri/1.md': markdown({ order: 1, date: dated(1), title: '一夜' }, '本文。'),
    'kiri/2.md': markdown(allSaid('part', choice), text('body')),
    'kiri/3.md': markdown({ order: 3, date: dated(3), arc: 'a' }, text('third')),
    'kiri/4.md': markdown({ order: 4, date: dated(4) }, '終わり。'),
    ...optional('kiri/soto.md', { kind: 'extra', after: 2, date: dated(5) }, text('extra')),
    ...optional('kiri/news.md', { kind: 'notice', title: '本', date: dated(6) }, text('notice')),
    'kiri/sea.png': await plain({ width: Number(text('sea')), height: 480 }, { r: 9, g: 9, b: 9 }),
    'kiri/yama.png': await plain({ width: 480, height: 480 }, { r: 9, g: 80, b: 9 }),
    'kaze/series.yaml': yaml({ title: '風', status: 'complete' }),
    'kaze/1.md': markdown({ order: 1, date: dated(1) }, '[霧の二](../kiri/2.md)へ。'),
  };
}

interface Output {
  readonly key: string;
  readonly bytes: Buffer;
}

let engine: Engine;
let workDir: string;

beforeAll(async () => {
  const project = readProject(projectRoot, {});
  engine = await withLock(join(project.workDir, 'build.lock'), { onWait: () => undefined }, () =>
    prepareEngine({ project, base: '/' }),
  );
  workDir = await temporaryFolder('work');
});

/** All outputs that have a key, but for pictures, whose names stand for what is in them. */
async function outputsOf(choice: Choice): Promise<ReadonlyMap<string, Output>> {
  const contentDir = await writeContent(await contentOf(choice));
  const now = Date.parse(textOf(choice)('moment') ?? '');
  const folders = { root: projectRoot, contentDir, workDir, publicDir: join(contentDir, 'public') };
  const { manuscript, findings } = await loadContent({ ...folders, now });
  if (manuscript === undefined) throw new Error(JSON.stringify(findings));
  const job = { entry: engine.entry, folders, content: { manuscript, findings, now } };
  const server = await loadPageServer(job, { keyed: true });
  const outputs = new Map<string, Output>();
  for (const file of await server.files()) {
    const { path, key } = file;
    if (key === undefined || /^(images|cards)\//.test(path)) continue;
    outputs.set(path, { key, bytes: Buffer.from(await server.render(file)) });
  }
  return outputs;
}

/** Those that have other bytes; there is none among them that has the same key. */
function changed(
  before: ReadonlyMap<string, Output>,
  after: ReadonlyMap<string, Output>,
): readonly string[] {
  const paths = [...before.keys()].filter((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    return was !== undefined && is !== undefined && !was.bytes.equals(is.bytes);
  });
  const kept = paths.filter((path) => before.get(path)?.key === after.get(path)?.key);
  expect(kept).toEqual([]);
  return paths;
}

describe('an output whose bytes change has another key', () => {
  let before: ReadonlyMap<string, Output>;

  beforeAll(async () => {
    before = await outputsOf(base);
  });

  it.each(changes)('%s: %s %d', async (place, key, number) => {
    const after = await outputsOf({ ...base, [place]: { ...base[place], [key]: number } });
    const isSeen = changed(before, after).length > 0 || after.size !== before.size;
    expect(isSeen).toBe(!unseen.includes(key));
  });

  it('whatever else is said', async () => {
    const ofPlace = (choices: Choices) => {
      const numbers = Object.entries(choices).map(([key, all]) => [key, fc.nat(all.length - 1)]);
      return fc.record(Object.fromEntries(numbers) as Record<string, fc.Arbitrary<number>>);
    };
    const choice = fc.record({
      site: ofPlace(site),
      story: ofPlace(story),
      part: ofPlace(part),
      texts: ofPlace(texts),
    });
    await fc.assert(
      fc.asyncProperty(choice, fc.constantFrom(...changes), async (drawn, [place, key, number]) => {
        const other = drawn[place][key] === number ? 0 : number;
        const after = { ...drawn, [place]: { ...drawn[place], [key]: other } };
        changed(await outputsOf(drawn), await outputsOf(after));
      }),
      { numRuns: 20 },
    );
  });
});
