import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../../scripts/bench/arguments.ts';
import { report } from '../../../../scripts/bench/report.ts';
import type { Measurement } from '../../../../scripts/bench/rounds.ts';

const output = {
  all: { files: 30, bytes: 50_000 },
  withoutFeeds: { files: 20, bytes: 40_000 },
};

function measured(contender: string, round: number, wall: number, cpu?: number): Measurement {
  return { contender, edit: 'cold', round, wall, cpu, peakBytes: cpu && 2e6, output };
}

const shape = { seed: 1, episodes: 10, perSeries: 5, length: 300, images: 0 };
const names = { ours: ['Ours'], peers: ['Peer'] };

describe('the report', () => {
  it('has the least and the median of the rounds, and what an episode costs', () => {
    const measurements = [3, 1, 2, 6].map((seconds, i) =>
      measured('Ours', i + 1, seconds * 1000, seconds * 2000),
    );
    const text = report([{ shape, measurements }], { ours: ['Ours'], peers: [] });
    expect(text).toContain('| Ours | cold | 1.00 / 2.50 | 2.00 / 5.00 | 200.00 / 500.00 | 2 / 2 |');
    expect(text).toContain('| Ours | 30 | 0.1 | 3.00 | 5.0 |');
    expect(text).toContain('| Ours, no feeds | 20 | 0.0 | 2.00 | 4.0 |');
  });

  it('compares what was measured in the same round', () => {
    const measurements = [
      ...[measured('Ours', 1, 100, 10), measured('Peer', 1, 50, 20)],
      ...[measured('Ours', 2, 900, 30), measured('Peer', 2, 300, 20)],
      ...[measured('Ours', 3, 400, 50), measured('Peer', 3, 100, 20)],
    ];
    expect(report([{ shape, measurements }], names)).toContain(
      '| Ours / Peer | cold | 3.00 | 1.50 |',
    );
  });

  it('says so where processor time and memory are not known', () => {
    const measurements = [measured('Ours', 1, 1000), measured('Peer', 1, 500)];
    const text = report([{ shape, measurements }], names);
    expect(text).toContain('| Ours | cold | 1.00 | – | – | – |');
    expect(text).toContain('| Ours / Peer | cold | 2.00 | – |');
    expect(text).toContain('no /proc');
  });
});

describe('the arguments', () => {
  it('are the three sizes when nothing is said', () => {
    expect(readArguments([])).toMatchObject({
      shapes: [
        { episodes: 150, perSeries: 10, length: 2570 },
        { episodes: 1500, perSeries: 20 },
        { episodes: 10_000, perSeries: 20 },
      ],
      edits: ['cold', 'nothing', 'body', 'title', 'add', 'delete'],
      search: ['with', 'without'],
      peers: [],
      rounds: 1,
    });
  });

  it('may name one long series', () => {
    expect(readArguments(['--series', '1', '--episodes', '2000'])).toMatchObject({
      shapes: [{ episodes: 2000, perSeries: 2000 }],
    });
  });

  it('may name some edits and some other generators, or all of these', () => {
    const read = readArguments(['--only', 'body, cold', '--peer', 'hexo']);
    expect(read).toMatchObject({ edits: ['cold', 'body'], peers: ['hexo'] });
    expect(readArguments(['--peer'])).toMatchObject({ peers: ['eleventy', 'astro', 'hexo'] });
  });

  it.each([
    [['--sizes', 'many'], '“--sizes” takes a whole number'],
    [['--rounds', '0'], '“--rounds” takes a whole number from 1 to'],
    [['--only', 'bodi'], 'Did you mean body?'],
    [['--size', '150'], 'Did you mean “--sizes”?'],
    [['--sizes', '150', '--series', '1'], 'does not go together'],
    [['--images', '5', '--peer'], 'does not go together'],
    [['150'], 'It is not clear what “150” is'],
  ])('%j are refused', (args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});
