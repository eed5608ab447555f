/** The text of a file, or why it is none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  /** `offset`: where the first zero byte stands. */
  | { readonly kind: 'binary'; readonly offset: number }
  /** `encoding`: what it seems to be instead of UTF-8, as editors call it. */
  | { readonly kind: 'foreign'; readonly encoding: string | undefined };

/** Decodes UTF-8: without its byte order mark, and with LF for CRLF and CR. */
export function decode(bytes: Uint8Array): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) {
    return { kind: 'foreign', encoding: mark };
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    const wide = wideEncoding(bytes);
    return wide === undefined
      ? { kind: 'binary', offset: zero }
      : { kind: 'foreign', encoding: wide };
  }
  const text = decodeAs('utf-8', bytes);
  if (text === undefined) {
    return { kind: 'foreign', encoding: japaneseEncoding(bytes) };
  }
  if (text === '') return { kind: 'empty' };
  return { kind: 'text', text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text };
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const isMark = (first: number, second: number) => bytes[0] === first && bytes[1] === second;
  return isMark(0xff, 0xfe) || isMark(0xfe, 0xff) ? 'UTF-16' : undefined;
}

/** UTF-16 without its mark: ASCII in it has a zero for its first byte, or for its second. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const zeros = Array.from(bytes.subarray(0, 1000)).flatMap((byte, at) => (byte === 0 ? [at] : []));
  const isRegular = new Set(zeros.map((at) => at % 2)).size === 1 && zeros.length > 1;
  const isText = ['utf-16le', 'utf-16be'].some((name) => {
    const text = decodeAs(name, bytes);
    return text !== undefined && !/[\p{Cn}\p{Co}\0]/u.test(text);
  });
  return isRegular && isText ? 'UTF-16' : undefined;
}

/** The Japanese encoding in which the bytes make the most of kana and the least of rarities. */
function japaneseEncoding(bytes: Uint8Array): string | undefined {
  const candidates = [
    ['shift_jis', 'Shift_JIS'],
    ['euc-jp', 'EUC-JP'],
  ] as const;
  const scored = candidates
    .map(([label, name]) => ({ name, score: likeness(decodeAs(label, bytes)) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return scored[0]?.name;
}

function likeness(text: string | undefined): number {
  if (text === undefined) {
    return 0;
  }
  const usual = text.match(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}、。「」ー]/gu)?.length ?? 0;
  // Half-width katakana is what EUC-JP looks like when read as Shift_JIS.
  const rare = text.match(/[\uFF61-\uFF9F\p{Co}\p{Cn}\u0080-\u009F]/gu)?.length ?? 0;
  return usual - 2 * rare;
}
