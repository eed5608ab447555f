import { describe, expect, it } from 'vitest';
import { excerptAround, markedText, type ExcerptPart } from '#src/search/query/excerpt.ts';
import type { Readable } from '#src/search/query/read-aloud.ts';
import { anywhere } from './indexed.ts';

const plain = (text: string): Readable => ({ text, readings: [] });
/** Marks as brackets. */
const said = (parts: readonly ExcerptPart[]): string =>
  parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
const excerpt = (blocks: readonly string[], term: string, length: number, nth = 0): string =>
  said(excerptAround(blocks.map(plain), anywhere([term]), nth, length));

const long = `${'まえおきがつづく。'.repeat(8)}そこに城壁があった。${'あとがきもつづく。'.repeat(8)}`;

describe('an excerpt', () => {
  it('begins with its sentence, and ends with dots where the text goes on', () => {
    expect(excerpt([long], '城壁', 20)).toBe('…そこに[城壁]があった。あとがきもつづく。あ…');
  });

  it('begins with the block where that is near', () => {
    expect(excerpt(['　城壁があった。'], '城壁', 20)).toBe('[城壁]があった。');
  });

  it('begins a little before the match in a sentence that is long', () => {
    const endless = 'あいうえお'.repeat(30);
    expect(excerpt([`${endless}城壁${endless}`], '城壁', 20)).toBe(
      '…おあいうえお[城壁]あいうえおあいうえおあい…',
    );
  });

  it('goes on into what follows until it is long enough', () => {
    expect(excerpt(['城壁。', '門があった。', '堀は深く、水は暗い。'], '城壁', 24)).toBe(
      '[城壁]。\u2003門があった。\u2003堀は深く、水は暗い。',
    );
  });

  it('marks every match that it shows, and those that touch as one', () => {
    expect(excerpt(['門と門と門門'], '門', 20)).toBe('[門]と[門]と[門門]');
  });

  it('is about the match that is meant', () => {
    expect(excerpt([`城壁。${long}`], '城壁', 12, 1)).toBe('…そこに[城壁]があった。あと…');
  });

  it('cuts no word that has spaces around it', () => {
    const text = 'The keeper of the ferry had written down every soul that crossed.';
    expect(excerpt([text], 'ferry', 30)).toBe('…of the [ferry] had written down…');
  });

  it('cuts no character in two', () => {
    expect(excerpt(['😀'.repeat(40)], '🙂', 9)).toMatch(/^(?:😀)+…$/u);
    expect(excerpt([`${'か\u3099'.repeat(30)}城壁`], '城壁', 9)).toMatch(
      /^…(?:か\u3099)+\[城壁\]$/u,
    );
  });

  it('shows a line break as a space', () => {
    expect(excerpt(['「門」\n「城壁」'], '門', 20)).toBe('「[門]」 「城壁」');
  });
});

describe('a marked title', () => {
  const title = { text: '三つ足の夜', readings: [{ start: 0, end: 1, reading: 'み' }] };

  it('marks the base whose reading was searched for, with what stands beside it', () => {
    expect(said(markedText(title, anywhere(['みつあ'])))).toBe('三つ足の夜');
    expect(said(markedText(title, anywhere(['みつ'])))).toBe('[三つ]足の夜');
    expect(said(markedText(title, anywhere(['つ足'])))).toBe('三[つ足]の夜');
    expect(said(markedText(title, anywhere([])))).toBe('三つ足の夜');
  });
});
