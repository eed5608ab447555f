/**
 * Who may import whom (docs/architecture.md): a folder of src/ sees itself and the folders before
 * it in this list.
 */
const order = [
  'diagnostics',
  'manuscript',
  'story',
  'site',
  'text',
  'search',
  'feeds',
  'card',
  'command',
  'announce',
  'scaffold',
  'integration',
  'build',
  'components',
  'layouts',
  'pages',
];

/** Neither Astro nor the file system: everything they need is an argument. */
const pure = new Set(['story', 'text']);

/** What answers a query runs in a reader's browser, and in Node where the index is made and tested. */
const query = 'src/search/query';

/**
 * @param {string[]} files
 * @param {{ regex: string, message: string }[]} patterns
 * @returns {import('eslint').Linter.Config}
 */
function forbid(files, patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

/**
 * @param {string[]} folders
 * @param {string} message
 */
function from(folders, message) {
  return { regex: `^(#src/|(\\.\\./)+)(${folders.join('|')})/`, message };
}

const acrossFolders = {
  regex: '^\\.\\./\\.\\./(?!node_modules/)',
  message: 'Across folders: #src/<folder>/…',
};
const collections = {
  regex: '^astro:content$',
  message: 'The manuscript has a reader of its own.',
};
const astro = { regex: '^(astro($|:|/)|node:)', message: 'Pure: no Astro, no file system.' };

/** @type {import('eslint').Linter.Config[]} */
export const layers = [
  ...order.map((folder, place) => {
    const later = order.slice(place + 1);
    if (folder !== 'components') later.push('client');
    const message = `src/${folder}/ sees only itself and what stands before it in eslint.layers.mjs.`;
    const limits = [from(later, message), acrossFolders];
    return forbid([`src/${folder}/**`], [...limits, pure.has(folder) ? astro : collections]);
  }),
  forbid(
    ['src/client/**'],
    [
      {
        regex: `^(#src/(?!${query.slice('src/'.length)}/|text/tags\\.ts$)|node:|astro)`,
        message: `What runs in a browser stands alone, but for ${query}/ and src/text/tags.ts.`,
      },
    ],
  ),
  forbid(
    [`${query}/**`],
    [{ regex: '^(#src|\\.\\./|node:|astro)', message: `${query}/ imports nothing but itself.` }],
  ),
  forbid(
    ['scripts/**'],
    [
      from(
        ['components', 'layouts', 'pages', 'client'],
        'Commands call what pages call, not pages.',
      ),
      collections,
    ],
  ),
];
