import type { Element, Properties, Root } from 'hast';
import { eachElement } from '../hast.ts';
import { linkOfEmbed } from './embeds.ts';
import { replaceElements } from './replace-elements.ts';
import { toXml, withoutForbidden } from './xml.ts';

/**
 * A tree as a fragment of an EPUB 3.3 content document, which has XHTML as its default namespace and
 * declares `xmlns:epub="http://www.idpf.org/2007/ops"`.
 *
 * Embeds become links, since a publication may not show what lies elsewhere; of an image's several
 * files `src` alone is left, since each one named would have to be in the publication (EPUB 3.3,
 * Publication resources). Footnotes bear the terms of the EPUB Structural Semantics Vocabulary and
 * the roles of DPUB-ARIA by which reading systems show them in place.
 */
export function toXhtml(tree: Root): string {
  const notes = addressesOfNotes(tree);
  const ids = new Set<string>();
  const nodes = replaceElements(tree, (node) => {
    if (node.tagName === 'iframe') return [linkOfEmbed(node)];
    const properties = { ...attributesOf(node, ids), ...semanticsOf(node, notes) };
    return [{ ...node, properties }];
  });
  return toXml(nodes);
}

/** Where the marks of footnotes lead. */
function addressesOfNotes(tree: Root): ReadonlySet<unknown> {
  const addresses = new Set<unknown>();
  eachElement(tree, ({ properties }) => {
    if (properties['dataFootnoteRef'] !== undefined) addresses.add(properties.href);
  });
  return addresses;
}

function semanticsOf({ properties }: Element, notes: ReadonlySet<unknown>): Properties {
  if (properties['dataFootnoteRef'] !== undefined) {
    return { 'epub:type': 'noteref', role: 'doc-noteref' };
  }
  if (properties['dataFootnoteBackref'] !== undefined) return { role: 'doc-backlink' };
  if (properties['dataFootnotes'] !== undefined) return { 'epub:type': 'footnotes' };
  return notes.has(`#${String(properties.id)}`) ? { 'epub:type': 'footnote' } : {};
}

/** An element's attributes, its id only where it is still one of its own, its language for XML too. */
function attributesOf({ properties: { id, ...others } }: Element, ids: Set<string>): Properties {
  const kept: Properties = {};
  const name = typeof id === 'string' ? withoutForbidden(id) : '';
  if (name !== '' && !ids.has(name)) kept.id = name;
  ids.add(name);
  for (const [property, value] of Object.entries(others)) {
    if (!/^data[A-Z]/u.test(property) && !FOR_LOADING.has(property)) kept[property] = value;
  }
  if (kept.lang !== undefined) kept.xmlLang = kept.lang;
  return kept;
}

const FOR_LOADING = new Set(['decoding', 'fetchPriority', 'loading', 'sizes', 'srcSet']);
