import { describe, expect, it } from 'vitest';
import { foldName, nameProblem, reservedNames, suggestName } from '#src/manuscript/addresses.ts';
import { nearest } from '#src/manuscript/nearest.ts';

describe('names', () => {
  it.each(['01', '第十話', 'ガラス', 'épilogue', 'एक', 'a-b_c', '①', '二〇'])(
    'may be %s',
    (name) => {
      expect(nameProblem(name, reservedNames)).toBeUndefined();
    },
  );

  it.each([
    ['', 'name-invalid'],
    ['a b', 'name-invalid'],
    ['a/b', 'name-invalid'],
    ['a.b', 'name-invalid'],
    ['..', 'name-invalid'],
    ['😀', 'name-invalid'],
    ['夜！', 'name-invalid'],
    ['rss.xml', 'name-reserved'],
    ['Search', 'name-reserved'],
    ['404', 'name-reserved'],
    ['a'.repeat(201), 'name-too-long'],
    ['夜'.repeat(67), 'name-too-long'],
  ])('may not be %j: %s', (name, problem) => {
    expect(nameProblem(name, reservedNames)).toBe(problem);
  });

  it('are the same without regard to case and normalisation', () => {
    expect(foldName('STRASSE')).toBe(foldName('straße'));
    expect(foldName('が'.normalize('NFD'))).toBe(foldName('が'));
    expect(foldName('Ἀ'.normalize('NFD'))).toBe(foldName('ἀ'));
  });

  it('are suggested without what they cannot have', () => {
    expect(suggestName('第一話 出会い！')).toBe('第一話-出会い');
    expect(suggestName('！？')).toBeUndefined();
  });
});

describe('nearest', () => {
  it.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['ｔｉｔｌｅ', 'title'],
    ['summry', 'summary'],
    ['afterward', 'afterword'],
    ['banana', undefined],
    ['x', undefined],
  ])('to %s is %s', (text, expected) => {
    expect(nearest(text, ['title', 'summary', 'afterword', 'foreword', 'id', 'url'])).toBe(
      expected,
    );
  });

  it.each([
    ['03.md', '01.md', undefined],
    ['3.md', '03.md', '03.md'],
    ['第三話.md', '第二話.md', undefined],
    ['chapter-l.md', 'chapter-1.md', 'chapter-1.md'],
  ])('to %s is no other number: %s', (text, candidate, expected) => {
    expect(nearest(text, [candidate])).toBe(expected);
  });
});
