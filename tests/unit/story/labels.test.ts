import { describe, expect, it } from 'vitest';
import { episode, episodes } from '#tests/support/manuscript.ts';
import { lineSeenFrom, ownMark, ownMarks, toldSeries } from '#tests/support/told-series.ts';

// content-format.md, "Labels": the preset zenpen. A slash divides what is earlier from what is
// later.

describe('a finished series of fifteen parts', () => {
  const told = toldSeries(episodes(15), { status: 'complete' });

  it.each([
    [
      1,
      '/ →続編② →続編③ →続編④ →続編⑤ →続編⑥ →続編⑦ →続編⑧ →続編⑨ →続編⑩ →続編11 →続編12 →続編13 →続編14 →完結編15',
    ],
    [
      2,
      '前編① / →続編③ →続編④ →続編⑤ →続編⑥ →続編⑦ →続編⑧ →続編⑨ →続編⑩ →続編11 →続編12 →続編13 →続編14 →完結編15',
    ],
    [
      3,
      '前編① ←前編② / →続編④ →続編⑤ →続編⑥ →続編⑦ →続編⑧ →続編⑨ →続編⑩ →続編11 →続編12 →続編13 →続編14 →完結編15',
    ],
    [
      4,
      '前編① ←前編② ←前編③ / →続編⑤ →続編⑥ →続編⑦ →続編⑧ →続編⑨ →続編⑩ →続編11 →続編12 →続編13 →続編14 →完結編15',
    ],
    [
      5,
      '前編① ←前編② ←前編③ ←前編④ / →続編⑥ →続編⑦ →続編⑧ →続編⑨ →続編⑩ →続編11 →続編12 →続編13 →続編14 →完結編15',
    ],
    [
      6,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ / →続編⑦ →続編⑧ →続編⑨ →続編⑩ →続編11 →続編12 →続編13 →続編14 →完結編15',
    ],
    [
      7,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ / →続編⑧ →続編⑨ →続編⑩ →続編11 →続編12 →続編13 →続編14 →完結編15',
    ],
    [
      8,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦ / →続編⑨ →続編⑩ →続編11 →続編12 →続編13 →続編14 →完結編15',
    ],
    [
      9,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦ ←前編⑧ / →続編⑩ →続編11 →続編12 →続編13 →続編14 →完結編15',
    ],
    [
      10,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦ ←前編⑧ ←前編⑨ / →続編11 →続編12 →続編13 →続編14 →完結編15',
    ],
    [
      11,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦ ←前編⑧ ←前編⑨ ←前編⑩ / →続編12 →続編13 →続編14 →完結編15',
    ],
    [
      12,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦ ←前編⑧ ←前編⑨ ←前編⑩ ←前編11 / →続編13 →続編14 →完結編15',
    ],
    [
      13,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦ ←前編⑧ ←前編⑨ ←前編⑩ ←前編11 ←前編12 / →続編14 →完結編15',
    ],
    [
      14,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦ ←前編⑧ ←前編⑨ ←前編⑩ ←前編11 ←前編12 ←前編13 / →完結編15',
    ],
    [
      15,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦ ←前編⑧ ←前編⑨ ←前編⑩ ←前編11 ←前編12 ←前編13 ←前編14 /',
    ],
  ])('reads from part %i as the hand-made pages do', (order, line) => {
    expect(lineSeenFrom(told, order)).toBe(line);
  });

  it('marks its first part 前編, its last 完結編 and every other 続編', () => {
    expect(ownMarks(told)).toEqual([
      '前編①',
      '続編②',
      '続編③',
      '続編④',
      '続編⑤',
      '続編⑥',
      '続編⑦',
      '続編⑧',
      '続編⑨',
      '続編⑩',
      '続編11',
      '続編12',
      '続編13',
      '続編14',
      '完結編15',
    ]);
  });
});

describe('a series that is not complete', () => {
  it.each(['ongoing', 'hiatus'] as const)('has no final part while it is %s', (status) => {
    const told = toldSeries(episodes(15), { status });
    expect(lineSeenFrom(told, 13)).toMatch(/ \/ →続編14 →続編15$/);
    expect(ownMark(told, 15)).toBe('続編15');
  });
});

describe('a short series', () => {
  it.each(['ongoing', 'complete'] as const)('of one part bears no mark while %s', (status) => {
    const told = toldSeries([episode(1)], { status });
    expect(ownMarks(told)).toEqual([undefined]);
    expect(lineSeenFrom(told, 1)).toBe('/');
  });

  it('bears no mark either where another part than the first is the only one published', () => {
    const told = toldSeries([episode(1, { draft: true }), episode(2)]);
    expect(ownMarks(told)).toEqual([undefined]);
  });

  it('of two parts has a first and another', () => {
    const told = toldSeries(episodes(2));
    expect(ownMarks(told)).toEqual(['前編①', '続編②']);
    expect([1, 2].map((n) => lineSeenFrom(told, n))).toEqual(['/ →続編②', '前編① /']);
  });

  it('of two parts has a first and a last once it is complete', () => {
    const told = toldSeries(episodes(2), { status: 'complete' });
    expect(ownMarks(told)).toEqual(['前編①', '完結編②']);
    expect([1, 2].map((n) => lineSeenFrom(told, n))).toEqual(['/ →完結編②', '前編① /']);
  });

  it('of three parts has all three words', () => {
    const told = toldSeries(episodes(3), { status: 'complete' });
    expect(ownMarks(told)).toEqual(['前編①', '続編②', '完結編③']);
    expect([1, 2, 3].map((n) => lineSeenFrom(told, n))).toEqual([
      '/ →続編② →完結編③',
      '前編① / →完結編③',
      '前編① ←前編② /',
    ]);
  });
});
