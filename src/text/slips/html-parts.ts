/** A part of raw HTML, with its offset in it. */
export type HtmlPart =
  | { readonly kind: 'text'; readonly at: number; readonly value: string }
  | { readonly kind: 'comment'; readonly at: number; readonly value: string }
  | {
      readonly kind: 'tag';
      readonly at: number;
      readonly value: string;
      /** in small letters */
      readonly name: string;
      readonly isClosing: boolean;
    };

/** Raw HTML as its tags, its comments and the text between them, in time linear in its length. */
export function htmlParts(html: string): HtmlPart[] {
  const parts: HtmlPart[] = [];
  let behind = 0;
  const takeText = (end: number): void => {
    if (end > behind) parts.push({ kind: 'text', at: behind, value: html.slice(behind, end) });
  };
  for (const { 0: start, 1: slash, 2: name, index: at } of html.matchAll(STARTS)) {
    if (at < behind) continue;
    const end = name === undefined ? commentEnd(html, at + start.length) : tagEnd(html, at);
    // Without an end, neither this nor anything behind it is a tag.
    if (end === undefined) break;
    takeText(at);
    const value = html.slice(at, end);
    parts.push(
      name === undefined
        ? { kind: 'comment', at, value }
        : { kind: 'tag', at, value, name: name.toLowerCase(), isClosing: slash === '/' },
    );
    behind = end;
  }
  takeText(html.length);
  return parts;
}

/** Whether a tag has an attribute, with or without a value. */
export function hasAttribute(tag: string, name: string): boolean {
  const names = tag.replace(/"[^"]*"|'[^']*'/gu, '""').matchAll(/[\s"']([^\s"'>/=]+)/gu);
  return Array.from(names, (match) => match[1]?.toLowerCase()).includes(name);
}

const STARTS = /<!--|<[!?]|<(\/?)([a-z][a-z\d-]*)/giu;

function commentEnd(html: string, from: number): number {
  const isComment = html.startsWith('<!--', from - 4);
  const close = html.indexOf(isComment ? '-->' : '>', from);
  return close === -1 ? html.length : close + (isComment ? 3 : 1);
}

function tagEnd(html: string, from: number): number | undefined {
  TAG_END.lastIndex = from;
  let quote = '';
  for (let match = TAG_END.exec(html); match; match = TAG_END.exec(html)) {
    const [sign] = match;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return TAG_END.lastIndex;
    else quote = sign;
  }
  return undefined;
}

const TAG_END = /[>"']/gu;
