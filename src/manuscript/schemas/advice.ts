import type { z } from 'zod';
import type { Code } from '#src/diagnostics/catalogue.ts';
import { adviceCodes } from '#src/diagnostics/without-silenced.ts';
import { isSettings } from '../yaml-settings.ts';
import { check, fail, meantSwitch, settings, toggle, value } from './values.ts';

/**
 * `advice` of site.yaml: `true` or `false` for all of it, or a code with `true` or `false` for each
 * that is not wanted. What is read are the codes that are switched off.
 */
export function advice() {
  return value((input, context): readonly Code[] => {
    if (typeof input === 'boolean') {
      return input ? [] : adviceCodes;
    }
    if (!isSettings(input)) {
      return fail(context, 'wrong-type', {
        expected: 'switch-or-settings',
        ...meantSwitch(input),
      });
    }
    const switches = check(schema, input, context);
    return adviceCodes.filter((code) => switches[code] === false);
  });
}

const schema = settings(
  Object.fromEntries(adviceCodes.map((code) => [code, toggle().optional()])) as Record<
    Code,
    z.ZodOptional<ReturnType<typeof toggle>>
  >,
);
