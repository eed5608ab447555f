import type { z } from 'zod';
import type { Finding } from '#src/diagnostics/finding.ts';
import { type SettingsPlace, schemaFindings } from './schema-findings.ts';
import type { Settings } from './yaml-settings.ts';

export interface Validated<T> {
  /** Undefined where too much is wrong to go on. */
  readonly value: T | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Checks settings against a schema. So that one slip does not hide a whole file, settings are
 * read without what is wrong in them: always without unknown keys, and with `forgiving` without
 * any key whose value is wrong, unless the schema requires it.
 */
export function validate<T extends z.ZodType>(
  schema: T,
  settings: Settings,
  place: SettingsPlace,
  { forgiving }: { readonly forgiving: boolean },
): Validated<z.output<T>> {
  const result = schema.safeParse(settings, { reportInput: true });
  if (result.success) {
    return { value: result.data, findings: [] };
  }
  const { issues } = result.error;
  const findings = schemaFindings(issues, place);
  const isUnknown = (issue: z.core.$ZodIssue) => issue.code === 'unrecognized_keys';
  if (!forgiving && !issues.every((issue) => isUnknown(issue) && issue.path.length === 0)) {
    return { value: undefined, findings };
  }
  const wrong = new Set(
    issues.flatMap((issue): PropertyKey[] =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0
        ? issue.keys
        : issue.path.slice(0, 1),
    ),
  );
  const right = Object.entries(settings).filter(([key]) => !wrong.has(key));
  const retried = schema.safeParse(Object.fromEntries(right));
  return { value: retried.success ? retried.data : undefined, findings };
}
