import type { Finding } from '#src/diagnostics/finding.ts';

/**
 * What hosts take: of those in docs/publishing.md, Cloudflare Pages takes the least.
 * https://developers.cloudflare.com/pages/platform/limits/, seen November 2026
 */
export const cloudflare = { files: 20_000, mebibytes: 25 } as const;

export interface OutputLimits {
  readonly files: number;
  /** Of one file. */
  readonly mebibytes: number;
}

/**
 * Looks whether a finished site is more than a host takes. Warnings only: it may go elsewhere.
 *
 * @param files - of the site: their paths within it, and their sizes in bytes
 */
export function checkLimits(
  files: Iterable<{ readonly path: string; readonly size: number }>,
  limits: OutputLimits = cloudflare,
): readonly Finding[] {
  const findings: Finding[] = [];
  let count = 0;
  for (const { path, size } of files) {
    count += 1;
    if (size > limits.mebibytes * mebibyte) {
      const values = { path, size: (size / mebibyte).toFixed(1), limit: limits.mebibytes };
      findings.push({ code: 'output-large-file', file: '.', values });
    }
  }
  if (count > limits.files) {
    const values = { count, limit: limits.files };
    findings.push({ code: 'output-many-files', file: '.', values });
  }
  return findings;
}

const mebibyte = 1024 ** 2;
