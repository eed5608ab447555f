import type { Properties, Root } from 'hast';
import { eachElement } from '../hast.ts';

/**
 * rehype plugin: leaves out attributes whose values HTML does not allow: ids that are empty, hold
 * spaces or stand twice, languages that are none, numbers that are none; and ids that begin as those
 * of the page around the text do (`to:`).
 */
export function rehypeAttributes(): (tree: Root) => void {
  return (tree) => {
    const ids = new Set<string>();
    eachElement(tree, (node) => {
      const entries = Object.entries(node.properties);
      if (entries.length === 0) return;
      const kept = entries.filter(([name, value]) => {
        if (name !== 'id') return isValid(name, value);
        const isNew = /^(?!to:)\S+$/u.test(String(value)) && !ids.has(String(value));
        ids.add(String(value));
        return isNew;
      });
      node.properties = Object.fromEntries(kept);
    });
  };
}

function isValid(name: string, value: Properties[string]): boolean {
  switch (name) {
    case 'lang':
      return isLanguage(String(value));
    case 'dir':
      return /^(?:ltr|rtl|auto)$/iu.test(String(value));
    case 'start':
      return Number.isSafeInteger(Number(value)) && /^-?\d+$/u.test(String(value));
    case 'colSpan':
    case 'rowSpan':
      return /^[1-9]\d{0,2}$/u.test(String(value));
    case 'scope':
      return /^(?:row|col|rowgroup|colgroup)$/iu.test(String(value));
    case 'className':
      return !Array.isArray(value) || value.length > 0;
    default:
      return true;
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
