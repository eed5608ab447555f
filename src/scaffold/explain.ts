import { describe } from '#src/diagnostics/describe.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import { nameProblem } from '#src/manuscript/addresses.ts';
import { nameValues } from '#src/manuscript/schemas/name.ts';

/** A finding about something that stands in no file yet: what is wrong, expected and to do. */
export function explain(
  { code, values }: Pick<Finding, 'code' | 'values'>,
  language: FindingLanguage,
): string {
  const { problem, expected, hint } = describe({ code, file: '', values }, language);
  return [problem, expected, hint].filter((part) => part !== undefined).join('\n  ');
}

/** Why a name, in NFC, cannot be part of an address; undefined where it can. */
export function explainName(
  name: string,
  reserved: readonly string[],
  language: FindingLanguage,
): string | undefined {
  const code = nameProblem(name, reserved);
  return code === undefined
    ? undefined
    : explain({ code, values: nameValues(name, code) }, language);
}
