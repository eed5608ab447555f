import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { slowStages } from '../../../scripts/slow-stages.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const words = { texts: 'Reading', pages: 'Writing' };

it('a stage is told of once it takes long, and no other', () => {
  const printed: string[] = [];
  const { begin, end } = slowStages({ print: (text) => printed.push(text) }, words);
  begin('texts');
  vi.advanceTimersByTime(1000);
  begin('pages');
  vi.advanceTimersByTime(2900);
  expect(printed).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(printed).toEqual(['Writing']);
  begin('texts');
  end();
  vi.advanceTimersByTime(10_000);
  expect(printed).toEqual(['Writing']);
});
