import { describe, expect, it } from 'vitest';
import { checkLimits, hostLimits } from '#src/build/output-limits.ts';

const files = [
  { path: 'a.html', size: 0 },
  { path: 'b/c.html', size: 100 },
  { path: 'b/d.bin', size: 3 * 1024 ** 2 },
];

describe('a finished site', () => {
  it('may have as many and as large files as a host takes', () => {
    expect(checkLimits(files, { files: 3, mebibytes: 3, gigabytes: 0.004 })).toEqual([]);
    expect(checkLimits(files)).toEqual([]);
  });

  it('is warned of where it has more', () => {
    expect(checkLimits(files, { files: 2, mebibytes: 2, gigabytes: 0.003 })).toEqual([
      {
        code: 'output-large-file',
        file: '.',
        values: { path: 'b/d.bin', size: '3.0', limit: 2 },
      },
      { code: 'output-many-files', file: '.', values: { count: 3, limit: 2 } },
      { code: 'output-large-site', file: '.', values: { size: '0.00', limit: 0.003 } },
    ]);
  });

  it('is measured by what Cloudflare Pages and GitHub Pages take', () => {
    expect(hostLimits).toEqual({ files: 20_000, mebibytes: 25, gigabytes: 1 });
  });
});
