import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readFace } from '#src/card/face.ts';

const path = import.meta
  .resolve('@expo-google-fonts/biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf');

/** The face that cards are set in, as its file and as it is read. */
export const minchoFile = await readFile(fileURLToPath(path));
export const mincho = readFace(minchoFile);
