import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGramIndex } from '#src/search/check-gram-index.ts';
import { GramFileWriter } from '#src/search/gram-file-writer.ts';
import { gramIndex } from '#src/search/gram-index.ts';
import { groupText } from '#src/search/group-text.ts';
import { BETWEEN, indexPage } from '#src/search/index-page.ts';
import {
  besideReadings,
  characterNumber,
  charactersOf,
  fileOf,
  gramOf,
} from '#src/search/query/gram.ts';
import { gramIn, groupsIn } from '#src/search/query/gram-file.ts';
import type { GramReader } from '#src/search/query/gram-reader.ts';
import type { Readable } from '#src/search/query/read-aloud.ts';
import { episodeOf, indexed, plainSearch, textsOf } from './indexed.ts';

const shape = { files: 5, gramLength: 3 } as const;

/** Texts of so few characters that most grams are frequent, with readings among them. */
const word = fc.stringMatching(/^[あい]{1,4}$/);
const piece = fc.record({ base: word, reading: fc.option(word, { nil: undefined, freq: 1 }) });
const block = fc.array(piece, { minLength: 4, maxLength: 12 }).map((pieces): Readable => {
  let text = '';
  const readings = pieces.flatMap(({ base, reading }) => {
    const start = text.length;
    text += base;
    return reading === undefined ? [] : [{ start, end: text.length, reading }];
  });
  return { text, readings };
});
const episodes = fc.array(
  fc.array(block, { minLength: 2, maxLength: 6 }).map((blocks) => episodeOf(blocks)),
  { minLength: 2, maxLength: 5 },
);

describe('what is frequent', () => {
  it('is found as in the text, and as much of it as in an index of all places', async () => {
    const queries = fc.array(fc.stringMatching(/^[あい]{1,11}$/), { minLength: 8, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(episodes, queries, async (all, words) => {
        const find = await indexed(all, shape);
        const findInSmall = await indexed(all, { ...shape, gramLength: 2 });
        const held = all.flatMap(textsOf).flatMap((text) => [text.slice(1, 6), text.slice(-8)]);
        for (const query of [...words, ...held.filter(Boolean), words.slice(0, 2).join(' ')]) {
          const found = await find(query);
          expect([query, found.map(({ number }) => number)]).toEqual([
            query,
            plainSearch(all, query),
          ]);
          const scores = (await findInSmall(query)).map(({ score }) => score);
          expect(found.map(({ score }) => score)).toEqual(scores);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('takes little to load: of a gram no more places than some for each page', () => {
    const pages = pagesOf(Array.from({ length: 6 }, (_, i) => `${'いた。'.repeat(90)}第${i}話`));
    let frequent = 0;
    for (const { gram, hasPlaces, postings } of gramsIn(gramIndex(pages, shape).files)) {
      const length = charactersOf(gram).length;
      const places = postings.flatMap((one) => one.places?.positions ?? []);
      if (length < 3) expect(places).toEqual([]);
      else if (length < 6) expect(places.length).toBeLessThanOrEqual(3 * pages.length);
      if (length >= 3 && !hasPlaces) frequent += 1;
    }
    expect(frequent).toBeGreaterThan(3);
  });

  it('is told by longer ones, which are loaded at once', async () => {
    const often = 'それから歩いていた。'.repeat(40);
    const asked = new Set<number>();
    // As many files as keep grams apart.
    const find = await indexed(
      [often, often, often, '歩いていた。'].map((text) => episodeOf([text])),
      { files: 1000, gramLength: 3 },
      2,
      (_, file) => asked.add(file),
    );
    const found = await find('歩いていた。');
    expect(found.map(({ number }) => number)).toEqual([0, 1, 2, 3]);
    expect(asked.size).toBe(1);
  });

  it('rules pages out in a group where longer ones tell its places', async () => {
    const rare = '灯台守の鯨図鑑から';
    const pages = ['灯台守。'.repeat(40), `${'灯台守。'.repeat(40)}${rare}`, 'の鯨図', '鑑から'];
    const asked: string[] = [];
    const find = await indexed(
      pages.map((text) => episodeOf([text])),
      { files: 1000, gramLength: 3 },
      2,
      (kind) => asked.push(kind),
    );
    expect((await find(rare)).map(({ number }) => number)).toEqual([1]);
    expect(asked.toSorted()).toEqual(['grams', 'grams', 'text']);
  });

  it('is not said of anything else: the index is read back', () => {
    const pages = pagesOf(Array.from({ length: 6 }, () => 'いた。'.repeat(90)));
    const index = gramIndex(pages, shape);
    expect(index.frequent.length).toBeGreaterThan(3);
    checkGramIndex(index, pages, shape);
    for (const frequent of [index.frequent.slice(1), [...index.frequent, '灯台守']]) {
      expect(() => {
        checkGramIndex({ ...index, frequent }, pages, shape);
      }).toThrow('other grams have no places than is said');
    }
  });

  it('is in the file where it is looked for, and there is nothing else in it', () => {
    const pages = pagesOf(['いろはにほへと', 'ちりぬるを']);
    const index = gramIndex(pages, shape);
    const check = (files: readonly Uint8Array[]) => () => {
      checkGramIndex({ ...index, files }, pages, shape);
    };
    const [first = none, second = none, ...others] = index.files;
    expect(check(index.files)).not.toThrow();
    expect(check([second, first, ...others])).toThrow(/a gram in file \d/);
    expect(check([none, second, ...others])).toThrow(
      /cannot be read as it was written: weights of/,
    );
    const [more = none] = gramIndex(pagesOf(['いろはにほへと', 'ちりぬるをわか']), shape).files;
    expect(check([more, second, ...others])).toThrow(/weights of/);
    const seven = fileWithGramOf(7);
    expect(check([...index.files.slice(0, -1), seven])).toThrow('a gram of 7 characters');
  });

  it('has no places for the sake of others: a long text tells its own alone', () => {
    const pages = pagesOf(['いろ'.repeat(20), 'いろは'.repeat(20_000), 'いろは']);
    const gram = gramOf(['い']);
    const [found] = gramIn(gramIndex(pages, shape).files[fileOf(gram, shape)] ?? none, gram);
    expect(found?.map(({ places }) => places?.positions.length)).toEqual([
      undefined,
      20_000,
      undefined,
    ]);
    expect(found?.map(({ amount }) => amount / 25)).toEqual([20, 20_000, 1]);
  });
});

it('characters have numbers that differ, and the most frequent ones the smallest', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => code);
  const numbers = new Set(characters.map(characterNumber));
  expect(numbers.size).toBe(characters.length);
  // That is what tells grams beside readings.
  expect(numbers.has(0)).toBe(false);
  for (const one of ['い', 'ン', '、', '。', '「', 'a']) {
    expect(characterNumber(one.codePointAt(0) ?? 0)).toBeLessThan(128 + 256);
  }
});

const none = new Uint8Array();

/** The last file of a bundle, with one gram beside readings that is so long. */
function fileWithGramOf(length: number): Uint8Array {
  const codePoints = Uint32Array.from({ length: length + 1 }, () => 0x3044).fill(BETWEEN, length);
  const weights = new Uint8Array(length + 1).fill(1, 0, length);
  const text = groupText([{ codePoints, weights, isLong: false }]);
  const columns = {
    places: Uint32Array.of(0),
    pages: Uint16Array.of(0),
    weights: Uint8Array.of(1),
  };
  const writer = new GramFileWriter(text);
  const gram = besideReadings(
    gramOf(Array.from({ length }, (_, i) => String.fromCodePoint(0x3044 + i))),
  );
  writer.add(gram, { columns, from: 0, to: 1 }, true);
  expect(fileOf(gram, shape)).toBe(shape.files - 1);
  return writer.finish();
}

function pagesOf(texts: readonly string[]) {
  return texts.map((text) => {
    const page = indexPage(episodeOf([text]));
    return { ...page, isLong: text.length > 50_000 };
  });
}

function gramsIn(files: readonly Uint8Array[]) {
  return files.flatMap((bytes) => [...groupsIn(bytes)].flatMap(gramsOf));
}

function gramsOf(grams: GramReader) {
  const all = [];
  while (grams.next()) {
    const { gram, hasPlaces } = grams;
    all.push({ gram, hasPlaces, postings: grams.postings() });
  }
  return all;
}
