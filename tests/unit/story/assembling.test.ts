import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesNavigation } from '#src/story/navigation.ts';
import { assembleSite } from '#src/story/site.ts';
import { shuffled, tale, type Tale } from '#tests/support/arbitrary-tale.ts';
import {
  episode,
  extra,
  later,
  manuscript,
  notice,
  page,
  series,
} from '#tests/support/manuscript.ts';
import { partOf, toldSeries } from '#tests/support/told-series.ts';

const two = fc.tuple(tale('a'), tale('b'));
const show = fc.constantFrom('published', 'all');

describe('assembling a site', () => {
  it('gives the same for the same', () => {
    fc.assert(
      fc.property(two, show, (tales, show) => {
        const options = { now: tales[0].now, show };
        expect(assembleSite(content(tales), options)).toEqual(
          assembleSite(content(tales), options),
        );
      }),
    );
  });

  it('changes nothing of what it is given', () => {
    fc.assert(
      fc.property(two, show, (tales, show) => {
        const given = deepFreeze(content(tales));
        const site = assembleSite(given, { now: tales[0].now, show });
        for (const one of site.series) {
          for (const part of one.readingOrder) seriesNavigation(one, part);
        }
      }),
    );
  });

  it('does not depend on the order in which series and episodes were read', () => {
    const twice = two.chain((tales) => {
      const { series, episodes } = content(tales);
      return fc.tuple(fc.constant(tales), shuffled(series), shuffled(episodes));
    });
    fc.assert(
      fc.property(twice, show, ([tales, series, episodes], show) => {
        const options = { now: tales[0].now, show };
        const other = assembleSite(manuscript({ series, episodes }), options);
        expect(other).toEqual(assembleSite(content(tales), options));
      }),
    );
  });

  it('never mixes series', () => {
    fc.assert(
      fc.property(two, show, (tales, show) => {
        const options = { now: tales[0].now, show };
        const both = assembleSite(content(tales), options).series;
        const apart = tales.flatMap((one) => assembleSite(content([one]), options).series);
        for (const one of apart) expect(both.find(({ id }) => id === one.id)).toEqual(one);
        expect(both).toHaveLength(apart.length);
      }),
    );
  });
});

describe('a series', () => {
  it('has the author of the site where it names none', () => {
    const settings = { ...manuscript({}).settings, author: { name: 'Site' } };
    const site = assembleSite(
      manuscript({
        settings,
        series: [series({ id: 'a' }), series({ id: 'b', author: { name: 'Guest' } })],
        episodes: [episode(1, { seriesId: 'a' }), episode(1, { seriesId: 'b' })],
      }),
      { now: later, show: 'published' },
    );
    const authors = Object.fromEntries(site.series.map(({ id, author }) => [id, author?.name]));
    expect(authors).toEqual({ a: 'Site', b: 'Guest' });
  });

  it('hands on what its writer said of it', () => {
    const said = {
      title: '猫《ねこ》',
      category: '短編',
      description: 'About a cat.',
      direction: 'vertical',
      cast: [{ name: '猫', reading: 'ねこ', note: undefined }],
      breaks: false,
      image: 'story/cover.png',
      warnings: ['cats'],
      aliases: ['old'],
    } as const;
    expect(toldSeries([episode(1)], said)).toMatchObject(said);
  });
});

describe('an episode', () => {
  it.each([
    ['episode', episode(1, { title: '猫', summary: 'A cat.', updated: later, warnings: ['cats'] })],
    ['extra', extra(2, 'side', { title: '猫', image: 'story/cat.png', aliases: ['old'] })],
    ['notice', notice('break', { title: '猫', summary: 'No cat.' })],
  ] as const)('hands on what its writer said of it, as %s', (_, entry) => {
    const told = toldSeries([episode(2), entry]);
    const { seriesId, slug, id, path, digest, title, date, updated } = entry;
    const { summary, warnings, image, aliases } = entry;
    expect(partOf(told, slug)).toMatchObject({
      ...{ seriesId, slug, id, path, digest, title, date, updated },
      ...{ summary, warnings, image, aliases },
    });
  });
});

describe('what is no story', () => {
  it('is handed on: settings, pages and images', () => {
    const image = { path: 'story/cat.png', digest: 'd', width: 2, height: 1 };
    const given = manuscript({ pages: [page('about')], images: [image] });
    const { settings, pages, images } = assembleSite(given, { now: later, show: 'published' });
    expect({ settings, pages, images }).toEqual({
      settings: given.settings,
      pages: given.pages,
      images: given.images,
    });
  });
});

function content(tales: readonly Tale[]) {
  return manuscript({
    series: tales.map((one) => one.series),
    episodes: tales.flatMap((one) => one.entries),
  });
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
