import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCardPress, type CardPress } from '#src/card/draw-card.ts';

/** What cards are set in and drawn by. */
export interface CardFace {
  /** Stands for all that decides a card's bytes besides what it says. */
  readonly key: string;
  /** Made when it is first asked for. */
  readonly press: () => CardPress;
}

const font = '@expo-google-fonts/biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf';
const faces = new Map<string, Promise<CardFace>>();

/**
 * The face is six megabytes: read once for a process.
 *
 * @param root - absolute: the folder of package.json
 */
export async function cardFace(root: string): Promise<CardFace> {
  const known = faces.get(root);
  if (known !== undefined) return known;
  const face = load(root);
  faces.set(root, face);
  return face;
}

/**
 * For a thread that draws and names nothing.
 *
 * @param root - absolute: the folder of package.json
 */
export async function openCardPress(root: string): Promise<CardPress> {
  return createCardPress(await readFont(root));
}

async function load(root: string): Promise<CardFace> {
  const [bytes, sources] = await Promise.all([readFont(root), readSources(root)]);
  const hash = createHash('sha256').update(bytes);
  for (const source of sources) hash.update(source);
  // By which texts are taken apart into characters, and these into letters and marks.
  hash.update(process.versions['unicode'] ?? '');
  let press: CardPress | undefined;
  return { key: hash.digest('hex'), press: () => (press ??= createCardPress(bytes)) };
}

async function readFont(root: string): Promise<Uint8Array> {
  return readFile(createRequire(join(root, 'package.json')).resolve(font));
}

/** What sets and draws cards, and what they find phrases by. */
async function readSources(root: string): Promise<readonly string[]> {
  const source = join(root, 'src');
  const ours = (await readdir(join(source, 'card'))).filter((name) => name.endsWith('.ts')).sort();
  const budoux = createRequire(join(root, 'package.json')).resolve('budoux');
  const paths = [
    ...ours.map((name) => join(source, 'card', name)),
    join(source, 'text', 'phrases.ts'),
    join(source, 'manuscript', 'language.ts'),
    join(dirname(budoux), '..', 'package.json'),
  ];
  return Promise.all(paths.map(async (path) => readFile(path, 'utf8')));
}
