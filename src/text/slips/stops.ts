import { foundIn, type Found } from './found.ts';
import type { Line } from './lines.ts';

/**
 * A full stop before 」 or 』, which publishers leave out. Before ）it is right after a sentence of
 * its own, and so no slip; nor is a stop that is itself what is quoted.
 */
export function stops({ prose, text, start }: Line): Found[] {
  if (!/。[」』]/u.test(text)) return [];
  return Array.from(text.matchAll(/(?<![「『])。(?=[」』])/gu), ({ index }) =>
    foundIn(prose, start + index, 'stop-before-bracket', { bracket: text.charAt(index + 1) }),
  );
}
