import type { Element } from 'hast';
import { element, text } from '../hast.ts';

/**
 * What stands for an `<iframe>` where nothing can be embedded: a link to its address, with its title
 * as text, else the address.
 */
export function linkOfEmbed({ properties }: Element): Element {
  const address = String(properties.src);
  const title = typeof properties.title === 'string' ? properties.title.trim() : '';
  return element('a', { href: address }, [text(title || address)]);
}
