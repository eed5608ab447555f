import type { Finding } from '#src/diagnostics/finding.ts';
import { foldName, nameProblem } from './addresses.ts';
import type { Place } from './finding-place.ts';
import { nameValues } from './schemas/name.ts';

/** Something with an address among others: a series or page at the top, an episode in its series. */
export interface Named {
  /** In NFC. */
  readonly name: string;
  /** Where its name was given. */
  readonly place: Place;
  /** Its file or folder, which tells it from the others. */
  readonly path: string;
  readonly aliases: readonly { readonly name: string; readonly place: Place }[];
}

/**
 * Checks the names and former names that share one folder of the site. Of two that clash, the
 * finding stands at the one that comes later.
 */
export function checkNames(named: readonly Named[], reserved: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const living = new Map<string, Named>();
  for (const item of named) {
    const problem = nameProblem(item.name, reserved);
    if (problem !== undefined) {
      findings.push({ code: problem, ...item.place, values: nameValues(item.name, problem) });
    }
    const fold = foldName(item.name);
    const other = living.get(fold);
    if (other === undefined) {
      living.set(fold, item);
    } else {
      findings.push({ code: 'name-duplicate', ...item.place, values: twins(item, other) });
    }
  }
  const former = new Map<string, Named>();
  for (const item of named) {
    for (const { name, place } of item.aliases) {
      const fold = foldName(name);
      const other = living.get(fold) ?? former.get(fold);
      if (other === undefined) {
        former.set(fold, item);
      } else {
        findings.push({ code: 'alias-taken', ...place, values: { name, other: other.path } });
      }
    }
  }
  return findings;
}

function twins(item: Named, other: Named): Finding['values'] {
  const values = { name: item.path, other: other.path };
  const isSameToTheEye =
    item.path !== other.path && item.path.normalize('NFC') === other.path.normalize('NFC');
  return isSameToTheEye ? { ...values, lookalike: 1 } : values;
}
