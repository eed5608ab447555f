import { nameProblem, reservedSlugs } from '#src/manuscript/addresses.ts';

/** An episode that is there, by its file's name without `.md`, in NFC. */
export interface Sibling {
  readonly name: string;
  readonly order: number;
}

/**
 * The name, without `.md`, of a numbered episode: like that of its latest sibling whose name
 * holds its number, with the same zeros before it; else the number alone in two digits.
 */
export function episodeName(
  order: number,
  siblings: readonly Sibling[],
  isTaken: (name: string) => boolean,
): string {
  const numbered = siblings.flatMap(numberIn).toSorted((a, b) => a.order - b.order);
  const model = numbered.at(-1);
  if (model === undefined) {
    return free(padded(order, 2), isTaken);
  }
  const { prefix, suffix } = model;
  const alike = numbered.filter((other) => other.prefix === prefix);
  const width = alike.reduce((most, { digits }) => Math.max(most, zeroWidth(digits)), 1);
  // What follows the number in one name only belongs to that episode: its title.
  const isShared = alike.filter((other) => other.suffix === suffix).length > 1;
  const name = `${prefix}${padded(order, width)}${isShared ? suffix : ''}`;
  const isPossible = nameProblem(name, reservedSlugs) === undefined;
  return free(isPossible ? name : padded(order, Math.max(2, width)), isTaken);
}

/** The name, without `.md`, of an extra or notice: numbered like the others, or `extra-1`. */
export function sideName(
  kind: 'extra' | 'notice',
  others: readonly string[],
  isTaken: (name: string) => boolean,
): string {
  const numbered = others
    .flatMap((name) => {
      const [, prefix = '', digits = ''] = /^(.*?)(\d{1,9})$/u.exec(name) ?? [];
      return digits === '' ? [] : [{ prefix, digits, number: Number(digits) }];
    })
    .toSorted((a, b) => a.number - b.number);
  const model = numbered.at(-1);
  const name =
    model === undefined
      ? `${kind}-${String(others.length + 1)}`
      : `${model.prefix}${padded(model.number + 1, zeroWidth(model.digits))}`;
  const isPossible = nameProblem(name, reservedSlugs) === undefined;
  return free(isPossible ? name : `${kind}-${String(others.length + 1)}`, isTaken);
}

function numberIn({ name, order }: Sibling) {
  const [, prefix = '', digits = '', suffix = ''] = /^(\D*)(\d+)(.*)$/u.exec(name) ?? [];
  return digits === '' || Number(digits) !== order ? [] : [{ order, prefix, digits, suffix }];
}

/** How many digits a number that begins with a zero shows the others to have. */
function zeroWidth(digits: string): number {
  return digits.startsWith('0') ? digits.length : 1;
}

function padded(order: number, width: number): string {
  return String(order).padStart(width, '0');
}

function free(name: string, isTaken: (name: string) => boolean): string {
  let result = name;
  for (let turn = 2; isTaken(result); turn += 1) {
    result = `${name}-${String(turn)}`;
  }
  return result;
}
