import type { Element, Root as HastRoot } from 'hast';
import type { Paragraph, Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import type { VFile } from 'vfile';
import { VERBATIM } from '../hast.ts';
import { changeNodes } from '../mdast.ts';

/**
 * remark plugin: what looks like a tag but is no HTML (`<System>`) is what the writer wrote, text.
 * A block of it becomes a paragraph.
 */
export function remarkUnknownTags(): (tree: Root) => void {
  return (tree) => {
    changeNodes(tree, (node, parent) => {
      if (node.type !== 'html' || isHtml(node.value)) return undefined;
      const text = { type: 'text' as const, value: node.value };
      const position = node.position ? { position: node.position } : {};
      const block: Paragraph = { type: 'paragraph', children: [text], ...position };
      return [INLINE_PARENTS.has(parent.type) ? { ...text, ...position } : block];
    });
  };
}

/**
 * remark plugin: a frame is closed where it opens, whatever the writer has left out (`<iframe … />`):
 * to HTML all that follows an open one, to the end of the text, would be its content.
 */
export function remarkClosedFrames(): (tree: Root) => void {
  return (tree) => {
    changeNodes(tree, (node) => {
      if (node.type !== 'html' || !/<iframe/iu.test(node.value)) return undefined;
      node.value = node.value.replace(FRAME, (_, opening: string) => `${opening}></iframe>`);
      return undefined;
    });
  };
}

const FRAME = /(<iframe\b(?:[^>"'/]|"[^"]*"|'[^']*'|\/(?!>))*)\/?>/giu;

/** rehype plugin: parses raw HTML, where there is any. */
export function rehypeRawHtml(): (tree: HastRoot, file: VFile) => HastRoot {
  const parse = rehypeRaw();
  return (tree, file) => {
    return hasRaw(tree) ? parse(tree, file) : tree;
  };
}

function hasRaw(parent: HastRoot | Element): boolean {
  return parent.children.some(
    (child) => child.type === 'raw' || (child.type === 'element' && hasRaw(child)),
  );
}

const INLINE_PARENTS = new Set(
  'paragraph heading emphasis strong delete link linkReference tableCell'.split(' '),
);

// Elements of HTML, obsolete ones too: those that the schema does not allow are taken out there.
const KNOWN = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink ' +
    'blockquote body br button canvas caption center cite code col colgroup data datalist dd del ' +
    'details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame ' +
    'frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd label ' +
    'legend li link listing main map mark marquee math menu meta meter nav nobr noembed noframes ' +
    'noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ' +
    'ruby s samp script search section select slot small source span strike strong style sub summary ' +
    'sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video ' +
    `wbr xmp ${VERBATIM}`
  ).split(' '),
);

function isHtml(value: string): boolean {
  const name = /^\s*<\/?([a-z][a-z\d-]*)/iu.exec(value)?.[1];
  return name === undefined || KNOWN.has(name.toLowerCase());
}
