/**
 * A function that remembers what it has given: for what stands on page after page, such as the title
 * of a series.
 *
 * @param make - pure
 * @param most - arguments that are remembered; then all are forgotten, so that memory stays bounded
 */
export function remember<K extends string | number, T extends object | string>(
  make: (key: K) => T,
  most = 1000,
): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    let found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    found = make(key);
    known.set(key, found);
    return found;
  };
}

/** The same of a text in a language. */
export function rememberTexts(
  make: (text: string, language: string) => string,
): (text: string, language: string) => string {
  const ofLanguage = remember((language: string) =>
    remember((text: string) => make(text, language)),
  );
  return (text, language) => ofLanguage(language)(text);
}
