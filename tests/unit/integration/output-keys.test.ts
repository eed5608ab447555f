import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOutputKeys, type OutputKeys } from '#src/integration/output-keys.ts';
import type { EpisodeEntry, Manuscript, SiteSettings } from '#src/manuscript/manuscript.ts';
import { createResolver } from '#src/site/references.ts';
import type { Episode, Series, Site } from '#src/story/model.ts';
import { assembleSite } from '#src/story/site.ts';
import { tale } from '#tests/support/arbitrary-tale.ts';
import {
  episode,
  episodes,
  extra,
  later,
  manuscript,
  page,
  series,
} from '#tests/support/manuscript.ts';

// That a key is another one whenever its output is, is held by tests/build/output-keys.test.ts. Here is
// what of a site has the keys that it had.

interface Keyed {
  readonly site: Site;
  readonly keys: OutputKeys;
}

function keyed(read: Manuscript, now = later): Keyed {
  const site = assembleSite(read, { now, show: 'published' });
  const shown = new Set([...site.newest, ...site.pages].map(({ path }) => path));
  const references = createResolver(read, ({ path }) => shown.has(path));
  return { site, keys: createOutputKeys({ manuscript: read, site, references }) };
}

/** The keys of all pages, by what they are of; and of what feeds say of each series and each part. */
function keysOf({ site, keys }: Keyed): ReadonlyMap<string, string> {
  const ofSeries = (one: Series) => [
    [`index ${one.id}`, keys.series(one)] as const,
    [`told ${one.id}`, keys.told(one)] as const,
    ...[...one.readingOrder, ...one.notices].flatMap((part) => [
      [`page ${part.path}`, keys.episode(one, part)] as const,
      [`entry ${part.path}`, keys.list('', [part])] as const,
    ]),
  ];
  const ofPages = site.pages.map((one) => [`own page ${one.path}`, keys.page(one)] as const);
  const moved = ['moved', keys.of('/old/')] as const;
  return new Map([...site.series.flatMap(ofSeries), ...ofPages, moved]);
}

/** What has another key after a change. */
function changed(before: Keyed, after: Keyed): readonly string[] {
  const was = keysOf(before);
  return [...keysOf(after)].flatMap(([name, key]) => (was.get(name) === key ? [] : [name]));
}

/** A line more in a file. */
function withLine(entry: EpisodeEntry): EpisodeEntry {
  const { body } = entry;
  const length = body.length + 12;
  return {
    ...entry,
    digest: `${entry.digest}, edited`,
    body: { ...body, length, stored: 'new/1' },
  };
}

const few = () => manuscript({ episodes: episodes(5), pages: [page('about')] });

/** After a change of the settings of the site, or of the series. */
const afterSettings = (said: Partial<SiteSettings>) => {
  const read = few();
  return changed(keyed(read), keyed({ ...read, settings: { ...read.settings, ...said } }));
};
const afterSeries = (said: Parameters<typeof series>[0]) =>
  changed(keyed(few()), keyed({ ...few(), series: [series(said)] }));

describe('a line more in one text', () => {
  it('is told by the page of that part, its entry in feeds and the index, and nothing else', () => {
    const several = fc.tuple(tale('story'), tale('other'), fc.nat());
    fc.assert(
      fc.property(several, ([first, second, drawn]) => {
        const read = manuscript({
          series: [first.series, second.series],
          episodes: [...first.entries, ...second.entries].map((entry) => {
            return { ...entry, path: `${entry.seriesId}/${entry.slug}.md` };
          }),
        });
        const before = keyed(read, first.now);
        const { newest } = before.site;
        const edited: Episode | undefined = newest[drawn % newest.length];
        fc.pre(edited !== undefined);
        const { path, seriesId } = edited;
        const episodes = read.episodes.map((one) => (one.path === path ? withLine(one) : one));
        const after = keyed({ ...read, episodes }, first.now);
        const expected = [`index ${seriesId}`, `page ${path}`, `entry ${path}`];
        expect(changed(before, after).toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});

describe('outputs have the keys that they had when there is another', () => {
  it('place where texts are remembered', () => {
    const moved = <T extends EpisodeEntry | Manuscript['pages'][number]>(entry: T): T => {
      return { ...entry, body: { ...entry.body, stored: 'shelf-0-2/key' } };
    };
    const read = few();
    const { episodes, pages } = read;
    const after = { ...read, episodes: episodes.map(moved), pages: pages.map(moved) };
    expect(changed(keyed(read), keyed(after))).toEqual([]);
  });

  it('line in series.yaml at which an address stands', () => {
    const on = (line: number) => {
      const links = [{ url: 'https://example.com/', line, column: 3 }];
      return keyed({ ...few(), series: [series({ references: { links, images: [] } })] });
    };
    expect(changed(on(7), on(8))).toEqual([]);
  });

  it('way to announce, or to search, or advice less', () => {
    const { announce } = few().settings;
    expect(afterSettings({ announce: { ...announce, template: '{url}' } })).toEqual([]);
    expect(afterSettings({ search: { unread: 'hide' } })).toEqual([]);
    expect(afterSettings({ silencedAdvice: ['bar-unread'] })).toEqual([]);
  });
});

describe('of a story', () => {
  const entries = Array.from({ length: 5 }, (_, i) => `entry story/${String(i + 1)}.md`);

  it('the cast is told by its index alone', () => {
    const cast = [{ name: '霧子', reading: undefined, note: undefined }];
    expect(afterSeries({ cast })).toEqual(['index story']);
  });

  it('the description is told by its index and its feeds', () => {
    expect(afterSeries({ description: '霧の話。' })).toEqual(['index story', 'told story']);
  });

  it('the entries in feeds stay as they are while parts are added', () => {
    const after = changed(keyed(few()), keyed({ ...few(), episodes: episodes(6) }));
    expect(after.filter((name) => name.startsWith('entry'))).toEqual(['entry story/6.md']);
    expect(after).not.toContain('told story');
  });

  it('other settings of feeds are told by feeds alone', () => {
    expect(afterSettings({ feeds: { content: 'summary', items: 3 } })).toEqual(entries);
  });
});

describe('the page of a part', () => {
  it('tells which parts there are around it, and how many, but not what is in them', () => {
    const at = (read: Manuscript, order: number) => {
      const { site, keys } = keyed(read);
      const [story] = site.series;
      const part = story?.readingOrder[order - 1];
      if (story === undefined || part === undefined) throw new Error(`no part ${String(order)}`);
      return keys.episode(story, part);
    };
    const read = manuscript({ episodes: episodes(60) });
    const instead = (order: number, other: EpisodeEntry): Manuscript => {
      return { ...read, episodes: read.episodes.with(order - 1, other) };
    };
    const retitled = episode(22, { title: '別の題' });
    const readdressed = episode(22, { slug: 'yonaka', path: 'story/22.md' });
    expect(at(instead(22, retitled), 20)).toBe(at(read, 20));
    expect(at(instead(22, readdressed), 20)).not.toBe(at(read, 20));
    // Too far away to be led to.
    expect(at(instead(22, readdressed), 40)).toBe(at(read, 40));
    expect(at(instead(22, extra(21, 'soto')), 40)).not.toBe(at(read, 40));
  });
});
