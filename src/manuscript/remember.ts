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
  return rememberBy((key) => key, make, most);
}

/** The same of arguments that are told apart by something of them. */
export function rememberBy<A, T extends object | string>(
  keyOf: (argument: A) => string | number,
  make: (argument: A) => T,
  most = 1000,
): (argument: A) => T {
  const known = new Map<string | number, T>();
  return (argument) => {
    const key = keyOf(argument);
    let found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    found = make(argument);
    known.set(key, found);
    return found;
  };
}

/** The same of a text in a language. */
export function rememberTexts<T extends object | string>(
  make: (text: string, language: string) => T,
): (text: string, language: string) => T {
  const ofLanguage = remember((language: string) =>
    remember((text: string) => make(text, language)),
  );
  return (text, language) => ofLanguage(language)(text);
}

/** The same of objects, each by itself: what is known of one goes when nobody has it any more. */
export function rememberObjects<A extends object, T>(make: (argument: A) => T): (argument: A) => T {
  const known = new WeakMap<A, T>();
  return (argument) => {
    const value = known.get(argument) ?? make(argument);
    known.set(argument, value);
    return value;
  };
}

/**
 * The same of the arguments that were asked for last: for what is asked for several times in a row, and
 * is too much to be kept.
 *
 * @param most - arguments that are remembered
 */
export function rememberLatest<A, T extends object>(
  make: (argument: A) => T,
  most: number,
): (argument: A) => T {
  const latest = new Map<A, T>();
  return (argument) => {
    const value = latest.get(argument) ?? make(argument);
    latest.delete(argument);
    latest.set(argument, value);
    for (const oldest of latest.keys()) if (latest.size > most) latest.delete(oldest);
    return value;
  };
}
