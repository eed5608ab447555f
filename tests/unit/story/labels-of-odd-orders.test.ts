import { describe, expect, it } from 'vitest';
import { episode, episodes, extra, notice } from '#tests/support/manuscript.ts';
import { lineSeenFrom, ownMarks, toldSeries } from '#tests/support/told-series.ts';

// The numeral is `order` as written, never a position.

describe('a prologue', () => {
  const told = toldSeries([episode(0), ...episodes(2)]);

  it('is the first part, with a plain 0', () => {
    expect(ownMarks(told)).toEqual(['前編0', '続編①', '続編②']);
  });

  it('takes the place without an arrow from part 1', () => {
    expect(lineSeenFrom(told, 2)).toBe('前編0 ←前編① /');
    expect(lineSeenFrom(told, 0)).toBe('/ →続編① →続編②');
  });
});

describe('a part put between two others', () => {
  const told = toldSeries([...episodes(7), episode(5.5)], { status: 'complete' });

  it('stands between them with a plain decimal', () => {
    expect(ownMarks(told).slice(4)).toEqual(['続編⑤', '続編5.5', '続編⑥', '完結編⑦']);
  });

  it('is earlier and later like any other', () => {
    expect(lineSeenFrom(told, 7)).toMatch(/←前編⑤ ←前編5\.5 ←前編⑥ \/$/);
    expect(lineSeenFrom(told, 5)).toMatch(/\/ →続編5\.5 →続編⑥ →完結編⑦$/);
    expect(lineSeenFrom(told, 5.5)).toMatch(/←前編⑤ \/ →続編⑥ →完結編⑦$/);
  });

  it('can be the first and the last', () => {
    const odd = toldSeries([episode(0.5), episode(1), episode(1.5)], { status: 'complete' });
    expect(ownMarks(odd)).toEqual(['前編0.5', '続編①', '完結編1.5']);
  });
});

describe('a gap in the order', () => {
  it('leaves every numeral as it was written', () => {
    const told = toldSeries([episode(1), episode(4), episode(12)], { status: 'complete' });
    expect(ownMarks(told)).toEqual(['前編①', '続編④', '完結編12']);
    expect(lineSeenFrom(told, 4)).toBe('前編① / →完結編12');
  });

  it('may be at the beginning: the first is the lowest order, whatever its numeral', () => {
    const told = toldSeries([episode(3), episode(4), episode(5)]);
    expect(ownMarks(told)).toEqual(['前編③', '続編④', '続編⑤']);
    expect(lineSeenFrom(told, 5)).toBe('前編③ ←前編④ /');
  });

  it('may be made by a draft or by a part that is held back', () => {
    const entries = [episode(1), episode(2, { draft: true }), episode(3)];
    expect(ownMarks(toldSeries(entries))).toEqual(['前編①', '続編③']);
  });
});

describe('an extra', () => {
  const told = toldSeries([...episodes(3), extra(2, 'side')], { status: 'complete' });

  it('is 番外編 without a numeral where it is the only one', () => {
    expect(ownMarks(told)).toEqual(['前編①', '続編②', '番外編', '完結編③']);
  });

  it('has an arrow like any other part', () => {
    expect(lineSeenFrom(told, 1)).toBe('/ →続編② →番外編 →完結編③');
    expect(lineSeenFrom(told, 3)).toBe('前編① ←前編② ←番外編 /');
  });

  it('sees the others as 前編 and 続編 by their place', () => {
    expect(lineSeenFrom(told, 'side')).toBe('前編① ←前編② / →完結編③');
    const ongoing = toldSeries([...episodes(4), extra(2, 'side')]);
    expect(lineSeenFrom(ongoing, 'side')).toBe('前編① ←前編② / →続編③ →続編④');
  });

  it('does not take 完結編 from the last episode by standing behind it', () => {
    const after = toldSeries([...episodes(3), extra(3, 'epilogue')], { status: 'complete' });
    expect(ownMarks(after)).toEqual(['前編①', '続編②', '完結編③', '番外編']);
    expect(lineSeenFrom(after, 1)).toBe('/ →続編② →完結編③ →番外編');
    expect(lineSeenFrom(after, 'epilogue')).toBe('前編① ←前編② ←前編③ /');
  });

  it('does not give a mark to the only episode, but a link to it', () => {
    const pair = toldSeries([episode(1), extra(1, 'side')]);
    expect(ownMarks(pair)).toEqual([undefined, '番外編']);
    expect(lineSeenFrom(pair, 1)).toBe('/ →番外編');
    expect(lineSeenFrom(pair, 'side')).toBe('前編① /');
  });
});

describe('several extras', () => {
  const entries = [...episodes(3), extra(2, 'side'), extra(3, 'a'), extra(3, 'b')];
  const told = toldSeries(entries, { status: 'complete' });

  it('have numerals of their own', () => {
    expect(ownMarks(told)).toEqual(['前編①', '続編②', '番外編①', '完結編③', '番外編②', '番外編③']);
  });

  it('have the same arrows', () => {
    expect(lineSeenFrom(told, 3)).toBe('前編① ←前編② ←番外編① / →番外編② →番外編③');
    expect(lineSeenFrom(told, 'a')).toBe('前編① ←前編② ←番外編① ←前編③ / →番外編③');
  });

  it('count only what is published: a single one has no numeral', () => {
    const entriesWithDraft = [...episodes(2), extra(1, 'side'), extra(2, 'b', { draft: true })];
    expect(ownMarks(toldSeries(entriesWithDraft))).toEqual(['前編①', '番外編', '続編②']);
  });
});

describe('a notice', () => {
  const told = toldSeries([...episodes(2), notice('break')]);

  it('bears no label and no navigation, and nobody is led to it', () => {
    expect(told.notices.map((one) => one.label)).toEqual([undefined]);
    expect(lineSeenFrom(told, 'break')).toBe('/');
    expect(lineSeenFrom(told, 1)).toBe('/ →続編②');
  });

  it('does not make the only episode one of several', () => {
    expect(ownMarks(toldSeries([episode(1), notice('break')]))).toEqual([undefined]);
  });
});
