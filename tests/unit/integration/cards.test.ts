import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openCardPress } from '#src/integration/card-face.ts';
import { createCards, type Cards } from '#src/integration/cards.ts';
import type { EpisodeEntry, SeriesEntry, SiteSettings } from '#src/manuscript/manuscript.ts';
import type { Site } from '#src/story/model.ts';
import { assembleSite } from '#src/story/site.ts';
import { projectRoot, temporaryFolder } from '#tests/support/build-site.ts';
import {
  day,
  episode,
  episodes,
  extra,
  launch,
  manuscript,
  notice,
  series,
} from '#tests/support/manuscript.ts';

interface Said {
  readonly entries?: readonly EpisodeEntry[];
  readonly series?: Partial<SeriesEntry>;
  readonly settings?: Partial<SiteSettings>;
}

function siteOf({ entries = episodes(2), series: told, settings }: Said): Site {
  const parts = manuscript({ series: [series(told)], episodes: entries });
  return assembleSite(
    { ...parts, settings: { ...parts.settings, ...settings } },
    { now: launch + 30 * day, show: 'published' },
  );
}

const cardsOf = (said: Said): Promise<Cards> =>
  createCards({ site: siteOf(said), root: projectRoot });
const titles = async (said: Said) => (await cardsOf(said)).shown().map(({ text }) => text.title);
const names = async (said: Said) => (await cardsOf(said)).shown().map(({ fileName }) => fileName);

describe('the cards of a site', () => {
  it('are one for the site, each series, and each episode, extra and notice that is out', async () => {
    const entries = [
      episode(1, { title: '｜雨《あめ》の{日|ひ}' }),
      episode(2, { title: '《《傘》》' }),
      episode(3, { title: '先の話', date: launch + 90 * day }),
      episode(4, { title: '下書き', draft: true }),
      extra(1, 'aside', { title: '寄り道' }),
      notice('rest', { title: '休み' }),
    ];
    const found = await titles({ entries, series: { title: '席' } });
    expect(found).toEqual(['A site', '席', '雨の日', '寄り道', '傘', '休み']);
  });

  it('leave out what the writer has an image for', async () => {
    const own = [episode(1, { title: '一', image: 'story/a.png' }), episode(2, { title: '二' })];
    expect(await titles({ entries: own, series: { title: '席' } })).toEqual(['A site', '席', '二']);
    expect(await titles({ entries: own, series: { image: 'story/b.png' } })).toEqual(['A site']);
  });

  it('are one where two would be the same', async () => {
    const same = { title: '同じ題' };
    const found = await names({ entries: [notice('a', same), notice('b', same), ...episodes(2)] });
    expect(found).toHaveLength(new Set(found).size);
    expect(found).toHaveLength(5);
  });

  it('are named by what they show, whatever else changes', async () => {
    const said: Said = { entries: [episode(1, { title: '雨の日' }), episode(2)] };
    const before = await names(said);
    for (const name of before) expect(name).toMatch(/^[\da-f]{16}\.png$/);
    const [site, told, first, second] = before;
    const renamed = [episode(1, { title: '雪の日' }), episode(2)];
    const changed = await names({ entries: renamed });
    expect([changed[0], changed[1], changed[3]]).toEqual([site, told, second]);
    expect(changed[2]).not.toBe(first);
    const silent = [episode(1, { title: '雨の日', summary: '別の話。', digest: '別' }), episode(2)];
    expect(await names({ entries: silent })).toEqual(before);
    const ofAnother = await names({ ...said, settings: { title: '別の書庫' } });
    expect(ofAnother.filter((name) => before.includes(name))).toEqual([]);
  });

  it('are named anew where something else draws them', async () => {
    const root = await temporaryFolder('root');
    await mkdir(join(root, 'src'));
    for (const folder of ['card', 'text', 'manuscript']) {
      await cp(join(projectRoot, 'src', folder), join(root, 'src', folder), { recursive: true });
    }
    await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
    await cp(join(projectRoot, 'package.json'), join(root, 'package.json'));
    const site = siteOf({});
    const namesIn = async (folder: string) =>
      (await createCards({ site, root: folder })).shown().map(({ fileName }) => fileName);
    expect(await namesIn(root)).toEqual(await names({}));
    const other = await temporaryFolder('other');
    await cp(root, other, { recursive: true });
    await writeFile(join(other, 'src', 'card', 'palette.ts'), 'export const palette = [];');
    for (const name of await namesIn(other)) expect(await names({})).not.toContain(name);
  });

  it('are drawn the same by whoever draws them', async () => {
    const cards = await cardsOf({});
    const press = await openCardPress(projectRoot);
    for (const card of cards.shown()) {
      const bytes = cards.bytes(card);
      expect(await sharp(bytes).metadata()).toMatchObject({
        format: 'png',
        width: 1200,
        height: 630,
      });
      expect(Buffer.compare(press.draw(card.text), bytes)).toBe(0);
    }
  });
});
