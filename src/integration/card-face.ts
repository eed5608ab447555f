import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCardPress, type CardPress } from '#src/card/draw-card.ts';
import { readFace, type Face } from '#src/card/face.ts';

/** The face that cards are set in, and what draws them. */
export interface CardFace extends Face {
  /** Stands for what decides a card's bytes besides its layout: the face's file, and the library. */
  readonly key: string;
  readonly press: () => Promise<CardPress>;
}

const font = '@expo-google-fonts/biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf';
const faces = new Map<string, Promise<CardFace>>();

/**
 * Six megabytes: read once for a process, and handed to the library when the first card is drawn.
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

async function load(root: string): Promise<CardFace> {
  const { resolve } = createRequire(join(root, 'package.json'));
  const bytes = await readFile(resolve(font));
  // The library tells its version nowhere else.
  const library = join(dirname(resolve('@takumi-rs/core')), '..', 'package.json');
  const { version } = JSON.parse(await readFile(library, 'utf8')) as { readonly version: string };
  let press: Promise<CardPress> | undefined;
  return {
    ...readFace(bytes),
    key: createHash('sha256').update(version).update(bytes).digest('hex'),
    press: () => (press ??= createCardPress(bytes)),
  };
}
