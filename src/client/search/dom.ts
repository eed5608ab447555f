import type { ExcerptPart } from '#src/search/query/excerpt.ts';

/** A new element. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<Pick<HTMLElement, 'className' | 'textContent' | 'lang' | 'hidden'>> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** A text with what was searched for marked in it. */
export function marked(parts: readonly ExcerptPart[]): readonly (Node | string)[] {
  return parts.map(({ text, isMatch }) => (isMatch ? make('mark', { textContent: text }) : text));
}
