import type { CompileContext, Extension as MdastExtension, Handle } from 'mdast-util-from-markdown';
import type { Handler } from 'mdast-util-to-hast';
import type { Code, Construct, Extension, State, Token, Tokenizer } from 'micromark-util-types';
import type { Literal } from 'mdast';
import type { Processor } from 'unified';
import { element, text, VERBATIM } from '../hast.ts';

/** A character that a backslash, or a character reference, made literal for the notation. */
export interface Verbatim extends Literal {
  type: 'verbatim';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    verbatim: Verbatim;
  }
  interface RootContentMap {
    verbatim: Verbatim;
  }
}

/**
 * remark plugin: `\{`, `\|`, `\《` and `\｜` are literal characters (typesetting.md, rule 15), which
 * Markdown alone would forget. In a table `\|` is the table's own escape for a plain bar.
 */
export function remarkEscapes(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(WIDE_ESCAPES);
  (data.fromMarkdownExtensions ??= []).push(REMEMBERED);
}

/** remark-rehype handler for these characters. */
export const verbatimToHast: Handler = (_state, node: Verbatim) =>
  element(VERBATIM, {}, [text(node.value)]);

/** The same in a text without Markdown. */
export const INLINE_ESCAPES = /\\[{}|《｜]/gu;

const BACKSLASH = 92;
const NOTATION = /^[{}|《｜]$/u;
const WIDE = /^[《｜]$/u;

const tokenizeWideEscape: Tokenizer = (effects, ok, nok) => {
  const marker: State = (code) => {
    effects.enter('characterEscape');
    effects.enter('escapeMarker');
    effects.consume(code);
    effects.exit('escapeMarker');
    return value;
  };
  const value: State = (code) => {
    if (!isWide(code)) return nok(code);
    effects.enter('characterEscapeValue');
    effects.consume(code);
    effects.exit('characterEscapeValue');
    effects.exit('characterEscape');
    return ok;
  };
  return marker;
};

function isWide(code: Code): boolean {
  return code !== null && code > 0 && WIDE.test(String.fromCodePoint(code));
}

const WIDE_ESCAPE: Construct = { name: 'wideEscape', tokenize: tokenizeWideEscape };

const WIDE_ESCAPES: Extension = { text: { [BACKSLASH]: WIDE_ESCAPE } };

const exitEscapeValue: Handle = function (token) {
  const tail = this.stack.at(-1);
  if (tail?.type === 'text') tail.value += this.sliceSerialize(token);
  leaveText(this, token, 'inTable' in this.data && this.data.inTable === true ? '|' : '');
};

const exitReference: Handle = function (token) {
  leaveText(this, token, '');
};

/** Ends the text that is open; its last character is one for itself where notation could read it. */
function leaveText(context: CompileContext, token: Token, plain: string): void {
  const tail = context.stack.pop();
  if (tail?.type !== 'text' || !tail.position) return;
  const { line, column, offset } = token.end;
  tail.position.end = { line, column, offset };
  const value = tail.value.slice(-1);
  const parent = context.stack.at(-1);
  if (!NOTATION.test(value) || value === plain || !parent || !('children' in parent)) return;
  tail.value = tail.value.slice(0, -1);
  if (tail.value === '') parent.children.pop();
  context.enter({ type: 'verbatim', value }, token);
  context.exit(token);
}

const REMEMBERED: MdastExtension = {
  exit: { characterEscapeValue: exitEscapeValue, characterReference: exitReference },
};
