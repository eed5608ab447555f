import { longestName, nameProblem, suggestName } from '../addresses.ts';
import { fail, parsed } from './values.ts';

/** A name that becomes the last part of an address, in NFC. */
export function name(reserved: readonly string[]) {
  return parsed((input, context): string => {
    const plain = input.normalize('NFC');
    const problem = nameProblem(plain, reserved);
    return problem === undefined ? plain : fail(context, problem, nameValues(plain, problem));
  });
}

/** The values of a finding about a name. */
export function nameValues(
  plain: string,
  problem: ReturnType<typeof nameProblem>,
): Record<string, string | number> {
  const better = problem === 'name-invalid' ? suggestName(plain) : undefined;
  return {
    name: plain,
    ...(better === undefined ? {} : { nearest: better }),
    ...(problem === 'name-too-long' ? { limit: longestName } : {}),
  };
}
