import { suggestWord } from '../japanese-words.ts';
import { placeholders } from '../manuscript.ts';
import { check, fail, text, value } from './values.ts';

/**
 * The most that a template may say besides what it names, where a letter counts one, a sign of
 * Japanese two and an address 23: 280 are to be had, and the names need room.
 */
const mostOwnWeight = 200;
const addressWeight = 23;

/** What is said of an episode, with `{url}` in it and no braces but those of placeholders. */
export function template() {
  return value((input, context): string => {
    const written = check(text(), input, context).trim();
    for (const [braced, name = ''] of written.matchAll(/[{｛]([^{}｛｝]*)[}｝]/gu)) {
      if (placeholders.some((known) => braced === `{${known}}`)) continue;
      const near = placeholders.find((known) => known === fold(name));
      const meant = near ?? suggestWord(fold(name), placeholders);
      return fail(context, 'placeholder-unknown', {
        value: braced,
        choices: placeholders.map((known) => `{${known}}`).join(', '),
        ...(meant === undefined ? {} : { nearest: `{${meant}}` }),
      });
    }
    if (!written.includes('{url}')) return fail(context, 'template-without-url');
    if (ownWeight(written) > mostOwnWeight) return fail(context, 'template-too-long');
    return written;
  });
}

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function ownWeight(written: string): number {
  const addresses = written.split('{url}').length - 1;
  const own = Array.from(written.replace(/\{[a-z]+\}/g, ''));
  const weight = own.reduce((sum, sign) => sum + (sign < '\u1100' ? 1 : 2), 0);
  return weight + addresses * addressWeight;
}
