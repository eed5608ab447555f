import { describe, expect, it } from 'vitest';
import { seriesNavigation } from '#src/story/navigation.ts';
import { episode, episodes, extra } from '#tests/support/manuscript.ts';
import { lineSeenFrom, partOf, seenFrom, toldSeries } from '#tests/support/told-series.ts';

// content-format.md, "The series navigation". A gap of the window reads as its count.

describe('a series of 30 parts', () => {
  const told = toldSeries(episodes(30), { status: 'complete' });

  it.each([1, 2, 8, 9, 15, 22, 23, 29, 30])('is listed whole from part %i', (order) => {
    const { earlier, later } = seenFrom(told, order);
    expect(earlier).toHaveLength(order - 1);
    expect(later).toHaveLength(30 - order);
    expect([...earlier, ...later].every((item) => typeof item === 'string')).toBe(true);
  });

  it('is still listed whole where some of the 30 are extras', () => {
    const mixed = toldSeries([...episodes(28), extra(3, 'a'), extra(28, 'b')]);
    const { earlier, later } = seenFrom(mixed, 20);
    expect(earlier).toHaveLength(20);
    expect(later).toHaveLength(9);
  });
});

describe('a series of 31 parts', () => {
  const told = toldSeries(episodes(31), { status: 'complete' });

  it.each([
    [1, '/ →続編② →続編③ →続編④ →続編⑤ →続編⑥ →続編⑦ →続編⑧ …22… →完結編31'],
    [2, '前編① / →続編③ →続編④ →続編⑤ →続編⑥ →続編⑦ →続編⑧ →続編⑨ …21… →完結編31'],
    [
      8,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦' +
        ' / →続編⑨ →続編⑩ →続編11 →続編12 →続編13 →続編14 →続編15 …15… →完結編31',
    ],
    [
      9,
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦ ←前編⑧' +
        ' / →続編⑩ →続編11 →続編12 →続編13 →続編14 →続編15 →続編16 …14… →完結編31',
    ],
    [
      10,
      '前編① …1… ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦ ←前編⑧ ←前編⑨' +
        ' / →続編11 →続編12 →続編13 →続編14 →続編15 →続編16 →続編17 …13… →完結編31',
    ],
    [
      22,
      '前編① …13… ←前編15 ←前編16 ←前編17 ←前編18 ←前編19 ←前編20 ←前編21' +
        ' / →続編23 →続編24 →続編25 →続編26 →続編27 →続編28 →続編29 …1… →完結編31',
    ],
    [
      23,
      '前編① …14… ←前編16 ←前編17 ←前編18 ←前編19 ←前編20 ←前編21 ←前編22' +
        ' / →続編24 →続編25 →続編26 →続編27 →続編28 →続編29 →続編30 →完結編31',
    ],
    [
      24,
      '前編① …15… ←前編17 ←前編18 ←前編19 ←前編20 ←前編21 ←前編22 ←前編23' +
        ' / →続編25 →続編26 →続編27 →続編28 →続編29 →続編30 →完結編31',
    ],
    [31, '前編① …22… ←前編24 ←前編25 ←前編26 ←前編27 ←前編28 ←前編29 ←前編30 /'],
  ])('shows the first, seven on each side and the last from part %i', (order, line) => {
    expect(lineSeenFrom(told, order)).toBe(line);
  });

  it('ends in an ordinary part while it goes on', () => {
    expect(lineSeenFrom(toldSeries(episodes(31)), 20)).toMatch(/→続編27 …3… →続編31$/);
  });

  it('counts an extra like any other part', () => {
    const mixed = toldSeries([...episodes(30), extra(30, 'side')], { status: 'complete' });
    expect(lineSeenFrom(mixed, 10)).toMatch(/ …13… →番外編$/);
    expect(lineSeenFrom(mixed, 'side')).toBe(
      '前編① …22… ←前編24 ←前編25 ←前編26 ←前編27 ←前編28 ←前編29 ←前編30 /',
    );
  });
});

describe('a series of 200 parts', () => {
  const told = toldSeries(episodes(200), { status: 'complete' });

  it.each([
    [1, '/ →続編② →続編③ →続編④ →続編⑤ →続編⑥ →続編⑦ →続編⑧ …191… →完結編200'],
    [
      100,
      '前編① …91… ←前編93 ←前編94 ←前編95 ←前編96 ←前編97 ←前編98 ←前編99' +
        ' / →続編101 →続編102 →続編103 →続編104 →続編105 →続編106 →続編107 …92… →完結編200',
    ],
    [200, '前編① …191… ←前編193 ←前編194 ←前編195 ←前編196 ←前編197 ←前編198 ←前編199 /'],
  ])('costs part %i no more than a short one', (order, line) => {
    expect(lineSeenFrom(told, order)).toBe(line);
  });
});

describe('a link', () => {
  it('knows the part that it leads to', () => {
    const told = toldSeries([...episodes(3), extra(2, 'side')]);
    const navigation = seriesNavigation(told, partOf(told, 2));
    const targets = [...(navigation?.earlier ?? []), ...(navigation?.later ?? [])].map((item) =>
      item.kind === 'link' ? item.episode : undefined,
    );
    expect(targets).toEqual([partOf(told, 1), partOf(told, 'side'), partOf(told, 3)]);
  });
});

describe('a series with nothing else to list', () => {
  it('has no navigation', () => {
    const told = toldSeries([episode(1), episode(2, { draft: true })]);
    expect(seriesNavigation(told, partOf(told, 1))).toBeUndefined();
  });
});
