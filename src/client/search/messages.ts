/** Texts in which `{n}` stands for a number and `{q}` for a query; pairs are for one and for several. */
export type Messages = Readonly<Record<string, string | readonly [one: string, several: string]>>;

/** A message with a number in it. */
export function counted(messages: Messages, name: string, n: number): string {
  const message = messages[name] ?? '';
  const text = typeof message === 'string' ? message : message[n === 1 ? 0 : 1];
  return text.replaceAll('{n}', String(n));
}

/** A message, with a query where it speaks of one. */
export function said(messages: Messages, name: string, query = ''): string {
  const message = messages[name] ?? '';
  return (typeof message === 'string' ? message : message[0]).replaceAll('{q}', () => query);
}
