import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import type { NewlyPublic } from '#src/integration/address-record.ts';
import { readProject } from '#src/integration/project.ts';
import type { Terminal } from './run-command.ts';
import { shownPath } from './shown-path.ts';

/**
 * Prints the addresses that are new and how many they are, or the errors for which that is not known.
 *
 * @returns whether it is known
 */
export function tellAddresses(
  { findings, addresses }: NewlyPublic,
  { root, env, language, color, print }: Terminal,
  counted: (count: number) => string,
): boolean {
  if (hasErrors(findings)) {
    const { contentDir } = readProject(root, env);
    print(reportText(findings, { contentPath: shownPath(contentDir), language, color }));
    return false;
  }
  for (const { address } of addresses) print(address);
  print(counted(addresses.length));
  return true;
}
