/** Content folders for builds, with as little said as a test needs. */

export type Files = Readonly<Record<string, string | Uint8Array>>;
export type Keys = Readonly<Record<string, unknown>>;

/** When the parts that these functions write came out, and a moment a month later. */
export const launch = '2026-04-01';
export const later = '2026-05-01T00:00:00Z';

/** Settings as YAML, which JSON is a part of; keys without a value are left out. */
export function yaml(keys: Keys): string {
  const said = Object.entries(keys).filter(([, value]) => value !== undefined);
  const lines = said.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return lines.join('');
}

export function markdown(keys: Keys, body = '本文。'): string {
  return `---\n${yaml(keys)}---\n\n${body}\n`;
}

export function site(said: Keys = {}): Files {
  return { 'site.yaml': yaml({ title: '書庫', url: 'https://example.org/', ...said }) };
}

/** A series of the files given. */
export function series(id: string, said: Keys, files: Files): Files {
  const named = Object.entries(files).map(([name, text]) => [`${id}/${name}`, text] as const);
  return { [`${id}/series.yaml`]: yaml({ title: id, ...said }), ...Object.fromEntries(named) };
}

/** A published episode; its file is to be named after its order. */
export function episode(order: number, said: Keys = {}, body?: string): string {
  return markdown({ order, date: launch, ...said }, body);
}

/** Files `1.md` to `<count>.md`. */
export function episodes(count: number, body?: string): Files {
  const orders = Array.from({ length: count }, (_, index) => index + 1);
  return Object.fromEntries(orders.map((order) => [`${order}.md`, episode(order, {}, body)]));
}
