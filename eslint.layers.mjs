/**
 * Who may import whom: a folder of src/ imports from itself and from the rooms left of it
 * (docs/architecture.md). Files of one room are siblings: they see those left, and not each other.
 */
const rooms = [
  ['diagnostics'],
  ['manuscript'],
  ['story'],
  ['site'],
  ['text'],
  ['scaffold'],
  ['integration'],
  ['components', 'layouts', 'pages'],
];

/** Pure: no Astro, no file system. */
const pure = ['story', 'text'];

const astroContent = {
  group: ['astro:content'],
  message: 'Only src/integration/context.ts and src/content.config.ts touch astro:content.',
};

const restrict = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const folders = rooms.flat();

export const layers = [
  ...rooms.flatMap((room, place) =>
    room.map((folder) => {
      const open = new Set([...rooms.slice(0, place).flat(), ...room]);
      if (room.includes('components')) open.add('client');
      const closed = [...folders, 'client', 'pages'].filter((other) => !open.has(other));
      return restrict(
        [`src/${folder}/**`],
        [
          {
            group: [...new Set(closed)].map((other) => `#src/${other}/*`),
            message: `src/${folder}/ imports only from the rooms left of it.`,
          },
          { group: ['../../*'], message: 'Across folders: #src/<folder>/….' },
          ...(pure.includes(folder)
            ? [
                {
                  group: ['astro', 'astro:*', 'astro/*', 'node:*'],
                  message: 'Pure: no Astro, no file system.',
                },
              ]
            : [astroContent]),
        ],
        ['src/integration/context.ts'],
      );
    }),
  ),
  restrict(
    ['src/client/**'],
    [{ group: ['#src/*', 'node:*', 'astro*'], message: 'What runs in a browser stands alone.' }],
  ),
  restrict(
    ['scripts/**'],
    [
      {
        group: ['#src/pages/*', '#src/components/*', '#src/layouts/*', 'astro:*'],
        message: 'Commands call src/, not pages.',
      },
    ],
  ),
];
