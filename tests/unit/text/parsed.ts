import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { SaxesParser } from 'saxes';

/** An element as a parser has read it; attributes by their names as written. */
export interface Parsed {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Parsed | string)[];
}

/** An HTML fragment as a browser reads it, in a root of no name. */
export function parsedHtml(html: string): Parsed {
  return { name: '', attributes: {}, children: fromParse5(parseFragment(html).childNodes) };
}

/**
 * The body of an EPUB content document, in a root of no name.
 *
 * @throws Error where the document is not well-formed or binds a name to no namespace
 */
export function parsedXhtml(body: string): Parsed {
  const parser = new SaxesParser({ xmlns: true });
  const root: Parsed = { name: '', attributes: {}, children: [] };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, uri, attributes }) => {
    if (uri !== XHTML) throw new Error(`<${name}> is not XHTML`);
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element: Parsed = { name, attributes: Object.fromEntries(values), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  const names = `xmlns="${XHTML}" xmlns:epub="http://www.idpf.org/2007/ops"`;
  parser.write(`<body ${names}>${body}</body>`).close();
  const [document] = root.children;
  if (typeof document === 'string' || !document) throw new Error('no body');
  return { ...document, name: '', attributes: {} };
}

/** Every element below a node, parents first, without those that `leaveOut` names and what they hold. */
export function elementsOf(
  parent: Parsed,
  leaveOut: (node: Parsed) => boolean = () => false,
): Parsed[] {
  return parent.children.flatMap((child) =>
    typeof child === 'string' || leaveOut(child) ? [] : [child, ...elementsOf(child, leaveOut)],
  );
}

/** The text of a node; `leaveOut` as in elementsOf. */
export function textIn(
  node: Parsed | string,
  leaveOut: (node: Parsed) => boolean = () => false,
): string {
  if (typeof node === 'string') return node;
  return leaveOut(node) ? '' : node.children.map((child) => textIn(child, leaveOut)).join('');
}

const XHTML = 'http://www.w3.org/1999/xhtml';

function fromParse5(nodes: readonly DefaultTreeAdapterMap['childNode'][]): (Parsed | string)[] {
  return nodes.flatMap((node): (Parsed | string)[] => {
    if ('value' in node) return [node.value];
    if (!('tagName' in node)) return [];
    const values = node.attrs.map(({ name, value }) => [name, value] as const);
    const attributes = Object.fromEntries(values);
    return [{ name: node.tagName, attributes, children: fromParse5(node.childNodes) }];
  });
}
