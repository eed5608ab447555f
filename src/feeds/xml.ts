import { escapeXml, escapeXmlAttribute } from '#src/text/forms/xml.ts';

/** A piece of finished XML. */
export type Xml = string;

type Attributes = Readonly<Record<string, string | undefined>>;

/** An XML document of one root element, in UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** An element that holds text, which may be anything but what XML forbids. */
export function textElement(name: string, text: string, attributes: Attributes = {}): Xml {
  return `<${name}${written(attributes)}>${escapeXml(text)}</${name}>`;
}

/** The same; nothing where there is no text. */
export function optional(name: string, text: string | undefined, attributes?: Attributes): Xml {
  return text === undefined ? '' : textElement(name, text, attributes);
}

/** An element that holds others, each on a line of its own. */
export function parent(name: string, children: readonly Xml[], attributes: Attributes = {}): Xml {
  const lines = children.filter((child) => child !== '').map((child) => `${child}\n`);
  return `<${name}${written(attributes)}>\n${lines.join('')}</${name}>`;
}

/** An element that holds nothing. An attribute that is undefined is left out. */
export function empty(name: string, attributes: Attributes): Xml {
  return `<${name}${written(attributes)}/>`;
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXmlAttribute(value)}"`))
    .join('');
}
