import type { z } from 'zod';
import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import type { Concept } from '#src/manuscript/schema-findings.ts';
import { validate } from '#src/manuscript/validate.ts';
import { WrittenNumber } from '#src/manuscript/yaml-settings.ts';
import { explain } from './explain.ts';
import { Refusal } from '#src/command/refusal.ts';

/**
 * Reads values that were given as options by the rules of the file that they are for.
 *
 * @throws Refusal when a value is wrong
 */
export function checkValues<T extends z.ZodType>(
  schema: T,
  values: Readonly<Record<string, string | WrittenNumber | undefined>>,
  concept: Concept,
  language: FindingLanguage,
): z.output<T> {
  const settings = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  );
  const place = { path: '', concept, locate: () => ({ line: 1, column: 1 }) };
  const { value, findings } = validate(schema, settings, place, { forgiving: false });
  if (value === undefined || findings.length > 0) {
    throw new Refusal(findings.map((finding) => explain(finding, language)).join('\n'));
  }
  return value;
}

/** A number as YAML would read it, full-width digits taken for plain ones; else the text. */
export function writtenNumber(text: string): WrittenNumber | string {
  const plain = text.normalize('NFKC');
  return /^\d+(?:\.\d+)?$/.test(plain) ? new WrittenNumber(Number(plain), plain) : text;
}
