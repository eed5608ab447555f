import { describe, expect, it } from 'vitest';
import { day, episode, episodes, extra, launch, notice } from '#tests/support/manuscript.ts';
import { partOf, toldSeries } from '#tests/support/told-series.ts';

// Forewords and afterwords (前書き, 後書き).

const said = { foreword: 'What happened so far', afterword: 'To be continued' };

describe('the foreword and afterword of a series', () => {
  const told = toldSeries(
    [
      episode(1),
      episode(2, { foreword: 'My own' }),
      episode(3, { afterword: 'Thank you' }),
      extra(3, 'side'),
      episode(4, { foreword: 'A', afterword: 'B' }),
    ],
    said,
  );

  it.each([
    [1, 'What happened so far', 'To be continued'],
    [2, 'My own', 'To be continued'],
    [3, 'What happened so far', 'Thank you'],
    [4, 'A', 'B'],
  ])('are those of part %i where it has none of its own', (slug, foreword, afterword) => {
    expect(partOf(told, slug)).toMatchObject({ foreword, afterword });
  });

  it('are absent where neither has any', () => {
    const part = partOf(toldSeries([episode(1)]), 1);
    expect([part.foreword, part.afterword]).toEqual([undefined, undefined]);
  });
});

describe('the last part of a complete series', () => {
  it('leaves out the afterword of the series, and no other part does', () => {
    const told = toldSeries(episodes(3), { ...said, status: 'complete' });
    const afterwords = told.readingOrder.map((part) => part.afterword);
    expect(afterwords).toEqual(['To be continued', 'To be continued', undefined]);
  });

  it('leaves it out also where it is the only part', () => {
    const told = toldSeries([episode(1)], { ...said, status: 'complete' });
    expect(partOf(told, 1).afterword).toBeUndefined();
  });

  it('leaves it out also where extras follow', () => {
    const told = toldSeries([...episodes(2), extra(2, 'side')], { ...said, status: 'complete' });
    expect(partOf(told, 1).afterword).toBe('To be continued');
    expect(partOf(told, 2).afterword).toBeUndefined();
    expect(partOf(told, 'side').afterword).toBeUndefined();
  });

  it('keeps an afterword of its own, and the foreword of the series', () => {
    const entries = [episode(1), episode(2, { afterword: 'Farewell' })];
    const told = toldSeries(entries, { ...said, status: 'complete' });
    expect(partOf(told, 2)).toMatchObject({ ...said, afterword: 'Farewell' });
  });
});

describe('a part that is the last for now', () => {
  it.each(['ongoing', 'hiatus'] as const)('keeps the afterword while %s', (status) => {
    const told = toldSeries(episodes(2), { ...said, status });
    expect(partOf(told, 2).afterword).toBe('To be continued');
  });

  it('keeps it while another part is scheduled, and afterwards', () => {
    const at = (now: number) => toldSeries(episodes(3), { ...said, status: 'complete' }, { now });
    expect(partOf(at(launch + 2 * day - 1), 2).afterword).toBe('To be continued');
    expect(partOf(at(launch + 2 * day), 2).afterword).toBe('To be continued');
    expect(partOf(at(launch + 2 * day), 3).afterword).toBeUndefined();
  });
});

describe('a notice', () => {
  it('is no part of the story and takes neither from the series', () => {
    const told = toldSeries(
      [episode(1), notice('news'), notice('own', { afterword: 'Mine' })],
      said,
    );
    const afterwords = told.notices.map(({ foreword, afterword }) => [foreword, afterword]);
    expect(afterwords).toEqual([
      [undefined, 'Mine'],
      [undefined, undefined],
    ]);
  });
});
