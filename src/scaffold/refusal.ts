/** Something that was asked for cannot be done; the message is for the person who asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The person at the keyboard has had enough: Ctrl-C, or the end of the input. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}
