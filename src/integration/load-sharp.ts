import { createRequire } from 'node:module';
import type sharpModule from 'sharp';
import { once } from '#src/manuscript/once.ts';

/** It takes 70 ms to load, in every thread, which only sites with images are to wait for. */
export const loadSharp = once(() => createRequire(import.meta.url)('sharp') as typeof sharpModule);
