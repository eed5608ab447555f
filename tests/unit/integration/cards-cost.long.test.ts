import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#tests/support/build-site.ts';

interface Report {
  readonly cards: number;
  readonly millisecondsOfEach: number;
  readonly megabytes: number;
  readonly averageBytes: number;
  readonly largestBytes: number;
}

let report: Report;

beforeAll(async () => {
  // In a process of its own, whose memory is nobody else's.
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['scripts/bench-cards.ts'], { cwd: projectRoot });
  report = JSON.parse(stdout) as Report;
  expect(report.cards).toBe(2000);
});

describe('two thousand cards', () => {
  it('are drawn in two milliseconds each at most', () => {
    expect(report.millisecondsOfEach).toBeGreaterThan(0);
    expect(report.millisecondsOfEach).toBeLessThan(2);
  });

  it('take less than 400 MB of memory', () => {
    expect(report.megabytes).toBeGreaterThan(40);
    expect(report.megabytes).toBeLessThan(400);
  });

  it('weigh at most 15 KB on average, and none more than 60 KB', () => {
    expect(report.averageBytes).toBeGreaterThan(2000);
    expect(report.averageBytes).toBeLessThan(15_000);
    expect(report.largestBytes).toBeLessThan(60_000);
  });
});
