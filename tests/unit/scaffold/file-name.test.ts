import { describe, expect, it } from 'vitest';
import { episodeName, sideName } from '#src/scaffold/file-name.ts';

const free = () => false;

describe('a numbered episode', () => {
  it.each<[string, Record<string, number>, number, string]>([
    ['is 01 where nothing is there', {}, 1, '01'],
    ['has the zeros of the others', { '01': 1, '15': 15 }, 16, '16'],
    ['keeps them below ten', { '01': 1 }, 2, '02'],
    ['keeps three digits', { '001': 1, '002': 2 }, 3, '003'],
    ['has none where the others have none', { 1: 1, 2: 2 }, 3, '3'],
    ['grows from 9 to 10 and from 99 to 100', { '09': 9, '99': 99 }, 100, '100'],
    ['is the number where the others have words', { 'the-first': 1, hands: 2 }, 3, '03'],
    ['does not take a year in a title for its number', { 'summer-1984': 1 }, 2, '02'],
    ['follows words with numbers', { ep01: 1, ep02: 2 }, 3, 'ep03'],
    ['follows counters behind the number', { 第1話: 1, 第2話: 2 }, 3, '第3話'],
    ['leaves out the titles of others', { '01-fog': 1, '02-rain': 2 }, 3, '03'],
    ['follows the latest of two manners', { '1': 1, '02': 2 }, 3, '03'],
    ['passes over a decimal', { '05': 5, '05-5': 5.5 }, 6, '06'],
    ['knows a prologue', { '0': 0 }, 1, '1'],
    ['does not follow a name that no address can have', { 'part 1': 1 }, 2, '02'],
  ])('%s', (_, siblings, order, name) => {
    const list = Object.entries(siblings).map(([key, value]) => ({ name: key, order: value }));
    expect(episodeName(order, list, free)).toBe(name);
  });

  it('never gets a name that is taken', () => {
    const taken = new Set(['02', '02-2']);
    const siblings = [{ name: '01', order: 1 }];
    expect(episodeName(2, siblings, (name) => taken.has(name))).toBe('02-3');
  });
});

describe('an extra or notice', () => {
  it.each([
    [[], 'extra-1'],
    [['bangai-mizucho'], 'extra-2'],
    [['bangai-1', 'bangai-2'], 'bangai-3'],
    [['bangai-09', 'bangai-08'], 'bangai-10'],
    [['side 1'], 'extra-2'],
  ])('behind %j is %s', (others, name) => {
    expect(sideName('extra', others, free)).toBe(name);
  });

  it('never gets a name that is taken', () => {
    expect(sideName('notice', [], (name) => name === 'notice-1')).toBe('notice-1-2');
  });
});
