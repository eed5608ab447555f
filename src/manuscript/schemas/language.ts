import { fail, parsed } from './values.ts';

/** A language tag of BCP 47, in its canonical form. */
export function languageTag() {
  return parsed((input, context): string => {
    const tag = canonicalLanguage(input);
    if (tag !== undefined) {
      return tag;
    }
    const better = mistaken.get(input.toLowerCase());
    return fail(context, 'language-invalid', {
      value: input,
      ...(better === undefined ? {} : { nearest: better }),
    });
  });
}

/** What people write instead: countries, and names of languages. */
const mistaken: ReadonlyMap<string, string> = new Map([
  ['jp', 'ja'],
  ['japan', 'ja'],
  ['japanese', 'ja'],
  ['日本語', 'ja'],
  ['ja_jp', 'ja'],
  ['uk', 'en'],
  ['english', 'en'],
  ['英語', 'en'],
  ['en_us', 'en'],
  ['cn', 'zh'],
  ['chinese', 'zh'],
  ['中国語', 'zh'],
  ['kr', 'ko'],
  ['korean', 'ko'],
  ['韓国語', 'ko'],
]);

/** A language tag in its canonical form; undefined for what is none. */
export function canonicalLanguage(input: string): string | undefined {
  let tag: string | undefined;
  try {
    [tag] = Intl.getCanonicalLocales(input);
  } catch {
    return undefined;
  }
  if (tag === undefined) {
    return undefined;
  }
  // A subtag of four letters or more is well-formed, but none is registered; the registered ones
  // of two letters all have a name in the Unicode data, those of three letters do not.
  const [language = ''] = tag.split('-');
  const isNamed = () =>
    new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined;
  return language.length === 3 || (language.length === 2 && isNamed()) ? tag : undefined;
}
