import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { buildSite, readTree, writeContent, type BuiltSite } from '#tests/support/build-site.ts';
import { later, type Files } from './writing.ts';

/** What a build wrote, and its pages as a browser reads them. */

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export interface Built extends BuiltSite {
  /** By path, with forward slashes. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** A file as text. */
  readonly text: (path: string) => string;
  /** A page by its path in the output, without `index.html`: `story/1/`, `404.html`. */
  readonly page: (path: string) => Node;
  /** All pages, by those paths. */
  readonly pages: ReadonlyMap<string, Node>;
}

/**
 * Builds the files given, a month after the launch unless the environment says otherwise.
 *
 * @throws when the build fails
 */
export async function build(
  files: Files,
  env: Readonly<Record<string, string>> = {},
): Promise<Built> {
  return buildFolder(await writeContent(files), env);
}

/** The same for a content folder. */
export async function buildFolder(
  contentDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Built> {
  const built = await buildSite(contentDir, { TSUZUKI_NOW: later, ...env });
  if (built.code !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`);
  const files = await readTree(built.outDir);
  const text = (path: string) => found(files.get(path), path).toString();
  const names = [...files.keys()].filter((path) => path.endsWith('.html'));
  const pages = new Map(
    names.map((path) => [path.replace(/(^|\/)index\.html$/, '$1'), parse(text(path)) as Node]),
  );
  return { ...built, files, text, pages, page: (path) => found(pages.get(path), path) };
}

/** The elements below a node in document order, of one kind and with an attribute where asked. */
export function elements(root: Node, tag = '*', named?: string): readonly Element[] {
  const below = 'childNodes' in root ? root.childNodes : [];
  return below.flatMap((node) => {
    if (!('tagName' in node)) return [];
    const fits =
      (tag === '*' || node.tagName === tag) &&
      (named === undefined || attribute(node, named) !== undefined);
    return [...(fits ? [node] : []), ...elements(node, tag, named)];
  });
}

/** The only such element. */
export function element(root: Node, tag: string, named?: string): Element {
  const [only, ...others] = elements(root, tag, named);
  if (only === undefined || others.length > 0) {
    throw new Error(`${others.length + (only ? 1 : 0)} elements <${tag} ${named ?? ''}>, not one`);
  }
  return only;
}

/** Those whose attribute has a token: `a[rel~=next]`. */
export function withToken(root: Node, tag: string, name: string, token: string) {
  return elements(root, tag, name).filter((one) =>
    attribute(one, name)?.split(' ').includes(token),
  );
}

export function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((one) => one.name === name)?.value;
}

export function attributes(nodes: readonly Element[], name: string) {
  return nodes.map((node) => attribute(node, name));
}

/** The text of an element, white space and all. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export function texts(nodes: readonly Node[]): readonly string[] {
  return nodes.map(textOf);
}

/** The navigation blocks of a page: one before the text and one after it, or none. */
export function navigationBlocks(page: Node): readonly Element[] {
  return elements(page, 'nav', 'data-series-nav');
}

/** The texts of the links of both blocks, which have to be the same. */
export function navigationOf(page: Node): readonly string[] {
  const [before, after, ...others] = navigationBlocks(page).map((block) =>
    texts(elements(block, 'a')),
  );
  if (others.length > 0) throw new Error('more than two navigation blocks');
  if (JSON.stringify(before) !== JSON.stringify(after)) throw new Error('the two blocks differ');
  return before ?? [];
}

function found<T>(value: T | undefined, path: string): T {
  if (value === undefined) throw new Error(`the build wrote no ${path}`);
  return value;
}
