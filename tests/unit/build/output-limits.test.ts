import { describe, expect, it } from 'vitest';
import { checkLimits, cloudflare } from '#src/build/output-limits.ts';
import { writeContent } from '#tests/support/build-site.ts';

const big = 'x'.repeat(3 * 1024 ** 2);

describe('a finished site', () => {
  it('may have as many and as large files as a host takes', async () => {
    const folder = await writeContent({ 'a.html': '', 'b/c.html': '', 'b/d.bin': big });
    expect(await checkLimits(folder, { files: 3, mebibytes: 3 })).toEqual([]);
    expect(await checkLimits(folder)).toEqual([]);
  });

  it('is warned of where it has more', async () => {
    const folder = await writeContent({ 'a.html': '', 'b/c.html': '', 'b/d.bin': big });
    expect(await checkLimits(folder, { files: 2, mebibytes: 2 })).toEqual([
      {
        code: 'output-large-file',
        file: '.',
        values: { path: 'b/d.bin', size: '3.0', limit: 2 },
      },
      { code: 'output-many-files', file: '.', values: { count: 3, limit: 2 } },
    ]);
  });

  it('is measured by what Cloudflare Pages takes', () => {
    expect(cloudflare).toEqual({ files: 20_000, mebibytes: 25 });
  });
});
