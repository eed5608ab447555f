import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/support/build-site.ts';
import { outputSize } from '../../../../scripts/bench/measure/output-size.ts';
import { runMeasured } from '../../../../scripts/bench/measure/run-measured.ts';

/** Milliseconds of processor time. */
const BURNT = 300;
const burn = `
  const spent = () => { const { user, system } = process.cpuUsage(); return user + system; };
  while (spent() < ${BURNT * 1000});
`;

/** A system without /proc tells of nothing; nothing is less than what was to be counted. */
const UNKNOWN = Number.POSITIVE_INFINITY;

function runNode(script: string) {
  return runMeasured({
    file: process.execPath,
    args: ['-e', script],
    cwd: import.meta.dirname,
    env: {},
  });
}

function started(script: string): string {
  return `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(script)}]);`;
}

describe('a measured run', () => {
  it('counts the processor time of a grandchild that has ended', async () => {
    const { cpu = UNKNOWN } = await runNode(started(started(burn)));
    expect(cpu).toBeGreaterThanOrEqual(BURNT);
  });

  it('counts the processor time of threads', async () => {
    const script = `new (require('worker_threads').Worker)(${JSON.stringify(burn)}, { eval: true });`;
    const { cpu = UNKNOWN } = await runNode(script);
    expect(cpu).toBeGreaterThanOrEqual(BURNT);
  });

  it('counts what a process that was left behind has cost by then', async () => {
    const left = `${burn} process.send('burnt'); setTimeout(() => {}, 500);`;
    const { cpu = UNKNOWN } = await runNode(`
      const options = { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] };
      const child = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(left)}], options);
      child.on('message', () => process.exit());
    `);
    expect(cpu).toBeGreaterThanOrEqual(BURNT - 50);
  });

  it('counts nothing of what this process or an earlier child does', async () => {
    await runNode(burn);
    const run = runNode('setTimeout(() => {}, 300)');
    const start = process.cpuUsage();
    const spent = () => process.cpuUsage(start).user + process.cpuUsage(start).system;
    while (spent() < BURNT * 1000);
    const { cpu = 0, wall } = await run;
    expect(cpu).toBeLessThan(BURNT);
    expect(wall).toBeGreaterThanOrEqual(300);
  });

  it('takes the memory of all processes together', async () => {
    const held = 'const held = Buffer.alloc(150e6, 1);';
    const script = `${held} ${started(`${held} setTimeout(() => {}, 400)`)}`;
    const { peakBytes = UNKNOWN } = await runNode(script);
    expect(peakBytes).toBeGreaterThan(300e6);
  });

  it('fails with what was printed', async () => {
    await expect(runNode('console.log("so far"); throw new Error("no further")')).rejects.toThrow(
      /so far[^]*no further/,
    );
  });
});

describe('the size of an output', () => {
  it('is told with feeds and their archives, and without', async () => {
    const folder = await temporaryFolder('output');
    await mkdir(join(folder, 'story', 'atoms'), { recursive: true });
    const files = {
      'index.html': 10,
      'feed.json': 200,
      'story/atom-1-0a1b2c3d.xml': 3000,
      'story/atom.xml': 4000,
      'story/atoms/index.html': 5,
      'story/rss.xml': 60_000,
      'sitemap.xml': 7,
    };
    for (const [path, bytes] of Object.entries(files)) {
      await writeFile(join(folder, path), 'x'.repeat(bytes));
    }
    expect(await outputSize(folder)).toEqual({
      all: { files: 7, bytes: 67_222 },
      withoutFeeds: { files: 3, bytes: 22 },
    });
  });
});
