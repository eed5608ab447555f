import type { EpisodeEntry, SeriesEntry } from '#src/manuscript/manuscript.ts';

/** What to write in which file for an address to answer again, as values of a finding. */
export interface Remedy {
  readonly file: string;
  readonly line: string;
  /** The key that is there already, with another value: `line` takes its place. */
  readonly replaces?: string;
  /** A second line, without which the episode would get another id. */
  readonly id?: string;
}

/**
 * One more former name for an episode, or the slug that it had.
 *
 * @param id - what it is to be called afterwards
 */
export function episodeRemedy(
  entry: EpisodeEntry,
  key: 'aliases' | 'slug',
  name: string,
  id: string,
): Remedy {
  const { path, aliases, written = [] } = entry;
  const isAlias = key === 'aliases';
  const names = isAlias ? [...aliases, name] : aliases;
  const isThere = isAlias ? aliases.length > 0 : written.includes('slug');
  const idAfter = hasOwnId(entry) ? entry.id : (names[0] ?? name);
  return {
    file: path,
    line: isAlias ? aliasLine(names) : `slug: ${inYaml(name)}`,
    ...(isThere ? { replaces: key } : {}),
    ...(idAfter === id ? {} : { id: idLine(id) }),
  };
}

/**
 * Another former name for a series.
 *
 * @param identity - the first name that it had, by which its episodes are known
 * @param former - another one
 */
export function seriesRemedy(
  { path, id, aliases }: Pick<SeriesEntry, 'path' | 'id' | 'aliases'>,
  identity: string,
  former = identity,
): Remedy {
  const names = [...new Set([identity, ...aliases, former])].filter((name) => name !== id);
  return {
    file: path,
    line: aliasLine(names),
    ...(aliases.length > 0 ? { replaces: 'aliases' } : {}),
  };
}

/** The line that says former names, oldest first. */
export function aliasLine(names: readonly string[]): string {
  return `aliases: [${names.map(inYaml).join(', ')}]`;
}

export function idLine(id: string): string {
  return `id: ${inYaml(id)}`;
}

/** Whether the id stands in the file, and so does not change with the names there. */
export function hasOwnId({ id, aliases, slug, written = [] }: EpisodeEntry): boolean {
  return written.includes('id') || id !== (aliases[0] ?? slug);
}

/** A name as it is read back: some mean something else in YAML. */
function inYaml(name: string): string {
  return /^(?:null|true|false|-+)$/i.test(name) ? `"${name}"` : name;
}
