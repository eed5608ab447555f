import { defaultSchema, type Options } from 'rehype-sanitize';
import { VERBATIM } from './hast.ts';

/**
 * The HTML that may stand in a text: everything Markdown makes and what a writer may type. Addresses
 * are relative, http, https, mailto or tel; no `style`, no script. Frames are judged one by one behind
 * it.
 */
export const SCHEMA: Options = {
  ...defaultSchema,
  tagNames: (
    'a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption ' +
    'figure h1 h2 h3 h4 h5 h6 hr i iframe img input ins kbd li mark ol p pre q rp rt ruby s samp section ' +
    `small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr ${VERBATIM}`
  ).split(' '),
  attributes: {
    '*': ['className', 'dir', 'id', 'lang', 'title'],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel'],
    iframe: ['src', 'width', 'height'],
    img: ['src', 'alt'],
    input: [['type', 'checkbox'], 'checked', 'disabled'],
    ol: ['start', 'reversed'],
    details: ['open'],
    section: ['dataFootnotes'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    ...Object.fromEntries(
      ['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['align']]),
    ),
  },
  // Ids stay what they are: links within a text lead to them, and a site's scripts read none by name.
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
  required: { input: { type: 'checkbox', disabled: true } },
  strip: ['script', 'style', 'template', 'title', 'noscript', 'noembed', 'noframes', 'svg', 'math'],
};
