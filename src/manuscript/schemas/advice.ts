import type { z } from 'zod';
import { type Code, catalogue, isCode } from '#src/diagnostics/catalogue.ts';
import { isSettings } from '../yaml-settings.ts';
import { check, fail, settings, toggle, value } from './values.ts';

/**
 * `advice` of site.yaml: `true` or `false` for all of it, or a code with `true` or `false` for each
 * that is not wanted. What is read are the codes that are switched off.
 */
export function advice() {
  return value((input, context): readonly Code[] => {
    if (typeof input === 'boolean') {
      return input ? [] : codes;
    }
    if (!isSettings(input)) {
      return fail(context, 'wrong-type', { expected: 'switch-or-settings' });
    }
    const switches = check(schema, input, context);
    return codes.filter((code) => switches[code] === false);
  });
}

const codes = Object.keys(catalogue)
  .filter(isCode)
  .filter((code) => catalogue[code].severity === 'advice');

const schema = settings(
  Object.fromEntries(codes.map((code) => [code, toggle().optional()])) as Record<
    Code,
    z.ZodOptional<ReturnType<typeof toggle>>
  >,
);
