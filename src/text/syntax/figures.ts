import type { Element, ElementContent, Nodes, Root } from 'hast';
import { contentOf, eachElement, element, isPhrasing, textOf } from '../hast.ts';
import { inlineText, parseInline } from '../inline.ts';

/**
 * rehype plugin: the title of an image that is alone in its paragraph or list item, or alone in a
 * link there, is its caption, with the notation read, in a `figure`. In a line of text a title
 * stays an attribute, as base text, and the image has the class `inline`: it is a sign among others.
 * Comes behind the notation, which would read a caption twice.
 */
export function rehypeFigures(language: string): (tree: Root) => void {
  return (tree) => {
    if (!holdsImage(tree)) return;
    eachElement(tree, (node) => {
      if (node.tagName === 'p' || node.tagName === 'li') captionAlone(node, language);
      if (HOLDERS.has(node.tagName)) markInLines(node);
      else if (node.tagName === 'img') plainTitle(node, language);
    });
  };
}

function holdsImage(node: Nodes): boolean {
  if (node.type === 'element' && node.tagName === 'img') return true;
  return 'children' in node && node.children.some(holdsImage);
}

/** What holds lines of text. */
const HOLDERS = new Set('p li dd dt td th h1 h2 h3 h4 h5 h6 summary figcaption caption'.split(' '));

function markInLines({ children }: Element): void {
  let line: Element = element('span');
  for (const child of [...children, element('br')]) {
    if (!isPhrasing(child) || (child.type === 'element' && child.tagName === 'br')) {
      if (/\S/u.test(textOf(line))) markImages(line);
      line = element('span');
    } else {
      line.children.push(child);
    }
  }
}

function markImages(line: Element): void {
  eachElement(line, ({ tagName, properties }) => {
    const own = Array.isArray(properties.className) ? properties.className : [];
    if (tagName === 'img') properties.className = [...own, 'inline'];
  });
}

function captionAlone(holder: Element, language: string): void {
  const shown = only(holder);
  const image = shown?.tagName === 'a' ? only(shown) : shown;
  if (!shown || image?.tagName !== 'img') return;
  const { title, ...others } = image.properties;
  if (typeof title !== 'string' || title.trim() === '') return;
  image.properties = others;
  const caption = contentOf(parseInline(title, language));
  const figure = [shown, element('figcaption', {}, caption)];
  if (holder.tagName === 'p') {
    holder.tagName = 'figure';
    holder.children = figure;
  } else {
    holder.children = [element('figure', {}, figure)];
  }
}

/** The only thing in an element besides white space, such as the space that indents a paragraph. */
function only({ children }: Element): Element | undefined {
  if (children.length > 3) return undefined;
  const [first, ...others] = children.filter((child) => !isWhiteSpace(child));
  return first?.type === 'element' && others.length === 0 ? first : undefined;
}

function isWhiteSpace(node: ElementContent): boolean {
  return node.type === 'text' && !/\S/u.test(node.value);
}

function plainTitle({ properties }: Element, language: string): void {
  const { title } = properties;
  if (typeof title !== 'string') return;
  properties.title = title.trim() === '' ? undefined : inlineText(title, language);
}
