import type { Root } from 'hast';
import { element, text } from './hast.ts';

/** A source as it stands: a paragraph for each of its paragraphs, a break for each of its lines. */
export function plainParagraphs(source: string): Root {
  const paragraphs = source.split(/(?:\r\n|\r|\n){2,}/u).filter((each) => each.trim() !== '');
  return {
    type: 'root',
    children: paragraphs.map((paragraph) =>
      element(
        'p',
        {},
        paragraph.split(/\r\n|\r|\n/u).flatMap((line, i) => {
          return i === 0 ? [text(line)] : [element('br'), text(line)];
        }),
      ),
    ),
  };
}
