/**
 * A weight as Pagefind is told it, in an attribute. It keeps the weight of a place as a byte, in 24ths:
 * it multiplies by 24 and drops the fraction.
 */
export function weightAttribute(weight: number): string {
  return ((weight + 0.5) / 24).toFixed(4);
}
