/**
 * How many bits each symbol takes so that all together take the fewest (Huffman), none more than
 * `longest`. Each symbol has a code.
 *
 * @param counts - how often each occurs
 */
export function codeLengths(counts: readonly number[], longest: number): readonly number[] {
  for (let floor = 1; ; floor *= 2) {
    const least = floor;
    const lengths = unbounded(counts.map((count) => Math.max(count, least)));
    if (Math.max(...lengths) <= longest) return lengths;
  }
}

interface Tree {
  readonly count: number;
  readonly symbols: readonly number[];
}

function unbounded(counts: readonly number[]): readonly number[] {
  const lengths = counts.map(() => 0);
  const trees: Tree[] = counts.map((count, symbol) => ({ count, symbols: [symbol] }));
  while (trees.length > 1) {
    // Sorting is stable: what is equally frequent stays in its order.
    trees.sort((a, b) => b.count - a.count);
    const [a, b] = [trees.pop(), trees.pop()];
    const symbols = [...(a?.symbols ?? []), ...(b?.symbols ?? [])];
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    trees.push({ count: (a?.count ?? 0) + (b?.count ?? 0), symbols });
  }
  return lengths;
}

/** The codes of these lengths (RFC 1951, section 3.2.2), their first bit the lowest. */
export function canonicalCodes(lengths: readonly number[]): readonly number[] {
  const codes = lengths.map(() => 0);
  let next = 0;
  for (let length = 1; length <= 15; length += 1) {
    next *= 2;
    lengths.forEach((each, symbol) => {
      if (each !== length) return;
      codes[symbol] = reversed(next, length);
      next += 1;
    });
  }
  return codes;
}

function reversed(bits: number, length: number): number {
  let turned = 0;
  for (let i = 0; i < length; i += 1) turned |= ((bits >> i) & 1) << (length - 1 - i);
  return turned;
}
