import type { Finding } from '#src/diagnostics/finding.ts';
import { reservedNames } from './addresses.ts';
import { type Named, checkNames } from './check-names.ts';
import type { ContentTree } from './content-tree.ts';
import type { ReadSeries } from './series-entry.ts';

/**
 * The addresses at the top of the site, which series and pages share. A file that cannot be read
 * has its name all the same.
 */
export function checkAddresses(
  tree: ContentTree,
  seriesOf: (path: string) => ReadSeries | undefined,
): Finding[] {
  const series = tree.series.map(({ path, settings }): Named => {
    const read = seriesOf(path);
    return {
      name: path.normalize('NFC'),
      place: { file: path },
      path,
      aliases: (read?.entry.aliases ?? []).map((name, index) => ({
        name,
        place: { file: settings, ...read?.locate(['aliases', index], 'value') },
      })),
    };
  });
  const pages = tree.pages.map((path): Named => ({
    name: path.replace(/\.md$/i, '').normalize('NFC'),
    place: { file: path },
    path,
    aliases: [],
  }));
  return checkNames([...series, ...pages], reservedNames);
}
