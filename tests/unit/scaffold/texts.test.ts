import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontmatter, readYamlFile } from '#src/manuscript/frontmatter.ts';
import { episodeText } from '#src/scaffold/episode-text.ts';
import { localDate } from '#src/scaffold/local-date.ts';
import { seriesText } from '#src/scaffold/series-text.ts';
import { templates } from '#src/scaffold/template.ts';
import { now, siteEn, siteJa, workbench } from './workbench.ts';

const date = '2026-11-22T20:00';

it('an episode is what is known, what may be wanted, and where its text begins', () => {
  const place = { kind: 'episode', order: 16 } as const;
  expect(episodeText({ place, date, arc: 'urame' }, templates.ja.episode).split('\n')).toEqual([
    '---',
    '# 行の頭の「# 」を消すと、その項目が使われます。',
    'order: 16 # 何番目の話か',
    'date: 2026-11-22T20:00 # 公開する日時。先の日時にすると、その時まで出ません',
    '# title: この話の題名',
    'arc: urame',
    '# summary: 一、二行の紹介。ページが共有されたときや検索エンジンで使われます',
    '# foreword: |',
    '#   本文の前に出る前書き。何行でも書けます。',
    '# afterword: |',
    '#   本文のあとに出る後書き。何行でも書けます。',
    'draft: true # 下書きの印。公開するときは、この行を消します',
    '---',
    '',
    '<!-- ここから本文を書きます。 -->',
    '',
  ]);
  expect(episodeText({ place, date, title: 'Fog: the "net"' }, templates.en.episode))
    .toMatchInlineSnapshot(`
    "---
    # Remove the “# ” at the head of a line to use it.
    order: 16 # the place in the series
    date: 2026-11-22T20:00 # when it is published; if later than now, it waits until then
    title: 'Fog: the "net"'
    # summary: A line or two, used where the page is shared and by search engines
    # foreword: |
    #   Something to say before the text, in as many lines as you like.
    # afterword: |
    #   Something to say after the text, in as many lines as you like.
    draft: true # remove this line to publish
    ---

    <!-- The text begins here. -->
    "
  `);
});

it('a series is what is known and what may be wanted', () => {
  const text = seriesText({ title: '海', labels: 'wa' }, templates.ja.series);
  expect(text).toMatch(/^title: 海\nlabels: wa\n\n# 行の頭の/);
  expect(text.match(/^(# )?labels:/gm)).toHaveLength(1);
});

it('any title comes back as it went in', () => {
  const title = fc
    .string({
      unit: fc.constantFrom(
        '海',
        'a',
        ' ',
        ':',
        '#',
        '"',
        "'",
        '-',
        '|',
        '{',
        '[',
        '&',
        '*',
        '!',
        '%',
        '@',
        '`',
        ',',
        '?',
        '\\',
        '1',
        '.',
        '~',
        '《',
        '\t',
        '\u0085',
        '\u2028',
        '👩‍👧',
      ),
    })
    .filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(title, (text) => {
      const written = episodeText(
        { place: { kind: 'notice' }, date, title: text },
        templates.ja.episode,
      );
      const read = readFrontmatter({ path: '', text: written });
      expect(read.findings).toEqual([]);
      expect(read.settings?.['title']).toBe(text);
      const settings = readYamlFile({
        path: '',
        text: seriesText({ title: text }, templates.en.series),
      });
      expect(settings.findings).toEqual([]);
      expect(settings.settings?.['title']).toBe(text);
    }),
    { numRuns: 500 },
  );
});

describe.each([
  ['ja', siteJa],
  ['en', siteEn],
] as const)('in %s', (language, site) => {
  it.each(['episode', 'extra', 'notice'] as const)(
    'every line of a new %s may be uncommented',
    async (kind) => {
      const template = templates[language];
      const places = {
        episode: { kind: 'episode', order: 2 },
        extra: { kind: 'extra', after: 1 },
        notice: { kind: 'notice' },
      } as const;
      const text = episodeText({ place: places[kind], date }, template.episode);
      const bench = workbench({
        'site.yaml': site,
        'umi/series.yaml': 'title: 海\n',
        'umi/01.md': '---\norder: 1\ndate: 2026-04-01\n---\n\n本文\n',
        'umi/new.md': uncomment(text),
      });
      const { title, summary, foreword, afterword } = await bench.episode('umi/new.md');
      expect([title, summary, foreword, afterword]).not.toContain(undefined);
    },
  );

  it('every line of a new series may be uncommented', async () => {
    const bench = workbench({
      'site.yaml': site,
      'umi/series.yaml': uncomment(seriesText({ title: '海' }, templates[language].series)),
      'umi/cover.jpg': 'an image',
      'umi/01.md': '---\norder: 1\ndate: 2026-04-01\n---\n\n本文\n',
    });
    const [entry] = (await bench.manuscript()).series;
    expect(entry).toMatchObject({ language, image: 'umi/cover.jpg', status: 'ongoing' });
    expect(entry?.arcs).toHaveLength(1);
    expect(entry?.cast).toHaveLength(1);
  });
});

it('the date is that of the clock on the writer’s wall', () => {
  expect(localDate(now, 'Asia/Tokyo')).toBe('2026-11-22T20:00');
  expect(localDate(now + 59_999, 'Europe/London')).toBe('2026-11-22T11:00');
  expect(localDate(Date.UTC(2026, 6, 1), 'America/New_York')).toBe('2026-06-30T20:00');
});

/** As a writer would: `# ` goes wherever a key or an item of a list stands behind it. */
function uncomment(text: string): string {
  return text.replace(/^# (?=(?:\w+:| {2}))/gm, '');
}
