/**
 * Where the run of kanji that ends at `end` begins, looking back no further than `floor`; `end`
 * itself where there is none. Kanji are the script Han and 々〆〇〻ヶヵ, each with a variation
 * selector that may follow.
 */
export function kanjiStart(text: string, end: number, floor: number): number {
  let start = end;
  for (;;) {
    while (start > floor && isCommon(text.charCodeAt(start - 1))) start -= 1;
    let character = characterBefore(text, start, floor);
    if (VARIATION_SELECTOR.test(character)) {
      character = characterBefore(text, start - character.length, floor) + character;
    }
    if (!KANJI.test(character)) return start;
    start -= character.length;
  }
}

/** The kanji of nearly all texts, which need no closer look. */
function isCommon(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || unit === 0x3005;
}

const KANJI = /^[\p{Script=Han}々〆〇〻ヶヵ][\uFE00-\uFE0F\u{E0100}-\u{E01EF}]?$/u;
const VARIATION_SELECTOR = /^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u;

function characterBefore(text: string, end: number, floor: number): string {
  if (end <= floor) return '';
  const isPair = end - 2 >= floor && (text.codePointAt(end - 2) ?? 0) > 0xffff;
  return text.slice(isPair ? end - 2 : end - 1, end);
}
