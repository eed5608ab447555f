/** What a page of this site says of itself, for a card of it. */
export interface PageHead {
  readonly canonical: string | undefined;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly image: string | undefined;
}

/**
 * Reads `<link rel=canonical>` and Open Graph from a page as we write it: attributes in double
 * quotation marks. What stands in the page's text begins no tag.
 */
export function readPageHead(html: string): PageHead {
  const end = html.search(/<\/head\s*>|<body[\s>]/i);
  const tags = (end === -1 ? html : html.slice(0, end)).match(/<(?:meta|link)\s[^>]*>/gi) ?? [];
  const find = (name: string, value: string, wanted: string) => {
    const tag = tags.find((one) => attribute(one, name) === value);
    return tag === undefined ? undefined : attribute(tag, wanted);
  };
  return {
    canonical: find('rel', 'canonical', 'href'),
    title: find('property', 'og:title', 'content'),
    description: find('property', 'og:description', 'content'),
    image: find('property', 'og:image', 'content'),
  };
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return value?.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, decoded);
}

function decoded(whole: string, decimal?: string, hexadecimal?: string, name = ''): string {
  const point = Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10);
  if (point <= 0x10ffff) return String.fromCodePoint(point);
  return entities[name.toLowerCase()] ?? whole;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
