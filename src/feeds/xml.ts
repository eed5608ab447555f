import { escapeXml, escapeXmlAttribute } from '#src/text/forms/xml.ts';

/** A piece of finished XML, in parts: text, and what is in UTF-8 already. Empty where there is nothing. */
export type Xml = readonly (string | Uint8Array)[];

type Attributes = Readonly<Record<string, string | undefined>>;

export const nothing: Xml = [];

/** An XML document of one root element, in UTF-8. */
export function xmlDocument(root: Xml): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  // Many texts are put together sooner than they are encoded.
  let text = '<?xml version="1.0" encoding="UTF-8"?>\n';
  for (const part of root) {
    if (typeof part === 'string') {
      text += part;
    } else {
      pieces.push(Buffer.from(text), part);
      text = '';
    }
  }
  return Buffer.concat([...pieces, Buffer.from(`${text}\n`)]);
}

/** An element that holds text, which may be anything but what XML forbids. */
export function textElement(name: string, text: string, attributes?: Attributes): Xml {
  return [`<${name}${written(attributes)}>${escapeXml(text)}</${name}>`];
}

/** The same; nothing where there is no text. */
export function optional(name: string, text: string | undefined): Xml {
  return text === undefined ? nothing : textElement(name, text);
}

/** An element that holds a text that is escaped (`encodeXml`). */
export function encodedElement(name: string, text: Uint8Array, attributes?: Attributes): Xml {
  return [`<${name}${written(attributes)}>`, text, `</${name}>`];
}

/** An element that holds others, each on a line of its own. */
export function parent(name: string, children: readonly Xml[], attributes?: Attributes): Xml {
  const lines = children.flatMap((child) => (child.length === 0 ? [] : [...child, '\n']));
  return [`<${name}${written(attributes)}>\n`, ...lines, `</${name}>`];
}

/** An element that holds nothing. An attribute that is undefined is left out. */
export function empty(name: string, attributes: Attributes): Xml {
  return [`<${name}${written(attributes)}/>`];
}

function written(attributes: Attributes = {}): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXmlAttribute(value)}"`))
    .join('');
}
