import { type Document, isScalar, visit } from 'yaml';
import { japaneseWords } from './japanese-words.ts';

/** What is wrong with a line of settings, and the offset at which it is. */
export interface LineMistake {
  readonly code:
    | 'yaml-colon-fullwidth'
    | 'yaml-colon-space'
    | 'yaml-comment-fullwidth'
    | 'yaml-several-lines'
    | 'yaml-space-fullwidth';
  readonly offset: number;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * What a writer does who is at home in Japanese input, looked for line by line in settings that
 * the parser stumbles over: it complains, if at all, somewhere else. The first mistake counts.
 */
export function findInLines(yaml: string): LineMistake | undefined {
  let textKey: string | undefined;
  for (const line of outsideBlocks(yaml)) {
    const mistake = inLine(line) ?? strayText(line, textKey);
    if (mistake !== undefined) {
      return mistake;
    }
    const isContinued = /^(?:\s|$)/.test(line.text);
    textKey = textStart.exec(line.text)?.[1] ?? (isContinued ? textKey : undefined);
  }
  return undefined;
}

/** The same in settings that the parser accepts, taking a full-width sign as part of a text. */
export function findInSettings(document: Document.Parsed, yaml: string): LineMistake | undefined {
  const suspects = new Map(
    outsideBlocks(yaml).flatMap((line) => {
      const mistake = inLine(line);
      const indent = /^ *(?:- +)*/.exec(line.text)?.[0].length ?? 0;
      return mistake === undefined ? [] : [[line.offset + indent, mistake] as const];
    }),
  );
  let found: LineMistake | undefined;
  visit(document, {
    Scalar(role, { type, range }) {
      const mistake = type === 'PLAIN' && range ? suspects.get(range[0]) : undefined;
      // A name may not begin so; a text may well have a colon in it.
      if (role !== 'key' && mistake?.code !== 'yaml-space-fullwidth') {
        return undefined;
      }
      found = mistake;
      return mistake === undefined ? undefined : visit.BREAK;
    },
    Pair(_, { key, value }) {
      if (isScalar(key) && isScalar(value) && value.type === 'PLAIN' && value.range) {
        const [start, end] = value.range;
        found = inWord(String(key.value), { text: yaml.slice(start, end), offset: start });
      }
      return found === undefined ? undefined : visit.BREAK;
    },
  });
  return found;
}

interface Line {
  readonly text: string;
  readonly offset: number;
}

/** The lines without those of texts below a `key: |`, which may hold anything. */
function outsideBlocks(yaml: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  let block: number | undefined;
  for (const text of yaml.split('\n')) {
    const indent = /^ */.exec(text)?.[0].length ?? 0;
    if (block === undefined || (indent <= block && !/^[ \t]*$/.test(text))) {
      lines.push({ text, offset });
      block = /^ *(?:- +)*[^\s:：]+: +[|>][-+\d]*(?: +#.*| *)$/.test(text) ? indent : undefined;
    }
    offset += text.length + 1;
  }
  return lines;
}

const words = japaneseWords.toSorted((a, b) => b.length - a.length).join('|');
const spaceBefore = new RegExp(
  `^( *(?:- +)*)\\u3000[ \\u3000]*(?:$|#|＃|-[ \\u3000]|(?:[A-Za-z]+(?:-[A-Za-z]+)*|${words})[:：])`,
);
const wrongColon = new RegExp(`^()([A-Za-z]+|${words})(：|:(?![\\s/]|$))`);
const spaceBehind = new RegExp(`^( *(?:- +)*)([A-Za-z]+|${words})(:)\\u3000`);

function inLine({ text, offset }: Line): LineMistake | undefined {
  const comment = /^ *(?:- +)*＃/.exec(text);
  if (comment !== null) {
    return { code: 'yaml-comment-fullwidth', offset: offset + comment[0].length - 1, values: {} };
  }
  const before = spaceBefore.exec(text);
  if (before?.[1] !== undefined) {
    return { code: 'yaml-space-fullwidth', offset: offset + before[1].length, values: {} };
  }
  const behind = spaceBehind.exec(text) ?? wrongColon.exec(text);
  if (behind === null) {
    return undefined;
  }
  const [all, indent = '', key = '', colon] = behind;
  const isSpace = all.endsWith('\u3000');
  return {
    code: isSpace
      ? 'yaml-space-fullwidth'
      : colon === '：'
        ? 'yaml-colon-fullwidth'
        : 'yaml-colon-space',
    offset: offset + indent.length + key.length + (isSpace ? 1 : 0),
    values: { key },
  };
}

/** The start of a text that may have several lines. */
const textStart = /^ *(?:- +)*(foreword|afterword|description|summary|note):(?: |$)/;

/** A line of text where a setting should be, below a setting that takes text. */
function strayText({ text, offset }: Line, key: string | undefined): LineMistake | undefined {
  const isText = /^[\p{L}\p{N}\u3000「『（(“"'…‥―—–《〈【〔！？!?]/u.test(text);
  return key === undefined || !isText || /^[^\s:：]+:(?:\s|$)/.test(text)
    ? undefined
    : { code: 'yaml-several-lines', offset, values: { key } };
}

/** Settings whose value is a word, number or date, so that a full-width sign is none of it. */
const wordKeys = new Set([
  ...['order', 'after', 'date', 'updated', 'draft', 'kind', 'arc', 'slug', 'id', 'image'],
  ...['status', 'direction', 'language', 'labels', 'breaks', 'numerals', 'preset'],
  ...['timezone', 'content', 'items'],
]);

function inWord(key: string, { text, offset }: Line): LineMistake | undefined {
  if (!wordKeys.has(key)) {
    return undefined;
  }
  if (text.startsWith('\u3000')) {
    return { code: 'yaml-space-fullwidth', offset, values: { key } };
  }
  const comment = /[ \u3000]＃|\u3000#/.exec(text);
  return comment === null
    ? undefined
    : comment[0].endsWith('＃')
      ? { code: 'yaml-comment-fullwidth', offset: offset + comment.index + 1, values: {} }
      : { code: 'yaml-space-fullwidth', offset: offset + comment.index, values: { sign: '#' } };
}
