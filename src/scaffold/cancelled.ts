/** The person at the keyboard has had enough: Ctrl-C, or the end of the input. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}
