import { catalogue } from './catalogue.ts';
import type { Finding, Severity } from './finding.ts';
import type { FindingLanguage, Values } from './wording.ts';

/** A finding in words. */
export interface Description {
  readonly severity: Severity;
  readonly problem: string;
  readonly expected?: string;
  readonly hint: string;
}

/**
 * Puts a finding into words.
 *
 * @throws if the finding lacks a value that its code's wording needs: a mistake of ours.
 */
export function describe(finding: Finding, language: FindingLanguage): Description {
  const entry = catalogue[finding.code];
  const wording = entry[language];
  const values = valuesOf(finding);
  return {
    severity: entry.severity,
    problem: wording.problem(values),
    ...(wording.expected === undefined ? {} : { expected: wording.expected(values) }),
    hint: wording.hint(values),
  };
}

function valuesOf(finding: Finding): Values {
  const has = (name: string) => Object.hasOwn(finding.values, name);
  const get = (name: string) => {
    const value = finding.values[name];
    if (!has(name) || value === undefined) {
      throw new Error(`A finding ${finding.code} has no value “${name}”.`);
    }
    return onOneLine(String(value));
  };
  return Object.assign(get, { has });
}

/** What a writer wrote may hold anything: a wording stays one line, and not a long one. */
function onOneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= 120 ? line : `${characters.slice(0, 119).join('')}…`;
}
