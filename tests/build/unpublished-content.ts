import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Built } from './built-pages.ts';
import { episode, markdown, series, site, type Files, type Keys } from './writing.ts';

/**
 * A site of which much is not public. Whatever is written about one thing (title, text, slug,
 * alias, file and image names) holds the word `kakushi-<name>-`.
 */

export const zone = 'America/New_York';

/** When each part comes out. */
export const dates = {
  first: '2026-03-01',
  // In New York, that is 11:00 in UTC.
  local: '2026-04-01T07:00',
  // The same moment.
  offset: '2026-04-01T20:00+09:00',
  // 04:00 in UTC.
  midnight: '2026-04-02',
} as const;

const names = [
  ...['first', 'local', 'offset', 'midnight', 'draft', 'past-draft', 'extra', 'notice'],
  ...['hidden-series', 'hidden-part', 'page', 'ignored'],
];

export interface HiddenContent {
  readonly files: Files;
  /** The names of what shows anywhere in an output: in a file, its name, or as an image. */
  readonly seenIn: (built: Built) => readonly string[];
}

export async function hiddenContent(said: Keys = {}): Promise<HiddenContent> {
  const images = new Map<string, Buffer>();
  for (const [index, name] of names.entries()) images.set(name, await picture(index + 1));
  const image = (name: string) => ({ [`${word(name)}picture.png`]: images.get(name) ?? '' });

  const part = (name: string, order: number, keys: Keys): Files => ({
    [`${word(name)}file.md`]: episode(order, { ...told(name), ...keys }, body(name)),
    ...image(name),
  });
  const apart = (name: string, keys: Keys): Files => ({
    [`${word(name)}file.md`]: markdown({ ...told(name), ...keys }, body(name)),
    ...image(name),
  });
  const files = {
    ...site({ timezone: zone, ...said }),
    ...series(
      'story',
      {
        status: 'complete',
        arcs: names.map((name) => ({ id: name, title: `${word(name)}arc` })),
        description: `[次](./${word('local')}file.md) [下書き](./${word('draft')}file.md)`,
      },
      {
        ...part('first', 1, { date: dates.first }),
        ...part('local', 2, { date: dates.local }),
        ...part('offset', 3, { date: dates.offset }),
        ...part('midnight', 4, { date: dates.midnight }),
        ...part('draft', 5, { date: '2099-01-01', draft: true }),
        ...part('past-draft', 6, { date: dates.first, draft: true }),
        ...apart('extra', { kind: 'extra', after: 1, date: dates.midnight }),
        ...apart('notice', { kind: 'notice', date: dates.midnight }),
      },
    ),
    ...series(
      `${word('hidden-series')}id`,
      {
        title: `${word('hidden-series')}title`,
        description: `${word('hidden-series')}description`,
        cast: [{ name: `${word('hidden-series')}person` }],
        aliases: [`${word('hidden-series')}alias`],
        image: `${word('hidden-series')}picture.png`,
      },
      {
        ...image('hidden-series'),
        ...part('hidden-part', 1, { date: dates.first, draft: true, arc: undefined }),
      },
    ),
    [`${word('page')}file.md`]: markdown({ title: `${word('page')}title`, draft: true }),
    [`_${word('ignored')}file.md`]: word('ignored'),
    [`story/_${word('ignored')}file.md`]: word('ignored'),
    [`story/.${word('ignored')}file.md`]: word('ignored'),
  };
  return {
    files,
    seenIn: ({ files: output }) => {
      const written = [...output].map(([path, bytes]) => path + bytes.toString()).join('\n');
      return names.filter((name) => {
        // What is made of an image bears the image's digest in its name.
        const digest = createHash('sha256')
          .update(images.get(name) ?? '')
          .digest('hex');
        return written.includes(digest.slice(0, 16)) || written.includes(word(name));
      });
    },
  };
}

function word(name: string): string {
  return `kakushi-${name}-`;
}

function told(name: string): Keys {
  return {
    title: `${word(name)}title`,
    slug: `${word(name)}slug`,
    aliases: [`${word(name)}alias`],
    id: `${word(name)}id`,
    summary: `${word(name)}summary`,
    foreword: `${word(name)}foreword`,
    afterword: `${word(name)}afterword`,
    warnings: [`${word(name)}warning`],
    image: `${word(name)}picture.png`,
    arc: name,
  };
}

// Each part leads on to what may not be out yet, and shows a picture of its own.
function body(name: string): string {
  const targets = ['local', 'midnight', 'draft'].map(
    (one) => `[続き](../story/${word(one)}file.md#end)`,
  );
  return `${word(name)}text\n\n![${word(name)}words](${word(name)}picture.png)\n\n${targets.join(' ')}`;
}

async function picture(shade: number): Promise<Buffer> {
  const background = { r: shade, g: 255 - shade, b: shade * 3 };
  return sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
}
