import type { Finding } from '#src/diagnostics/finding.ts';

export interface OutputLimits {
  readonly files: number;
  /** Of one file. */
  readonly mebibytes: number;
  /** Of all files together; a gigabyte has 10⁹ bytes. */
  readonly gigabytes: number;
}

/**
 * What hosts take, of those in docs/publishing.md: the first two Cloudflare Pages, the last GitHub Pages.
 * https://developers.cloudflare.com/pages/platform/limits/, seen November 2026, and
 * https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
 */
export const hostLimits: OutputLimits = { files: 20_000, mebibytes: 25, gigabytes: 1 };

/**
 * Looks whether a finished site is more than a host takes. Warnings only: it may go elsewhere.
 *
 * @param files - of the site: their paths within it, and their sizes in bytes
 */
export function checkLimits(
  files: Iterable<{ readonly path: string; readonly size: number }>,
  limits: OutputLimits = hostLimits,
): readonly Finding[] {
  const findings: Finding[] = [];
  let [count, bytes] = [0, 0];
  for (const { path, size } of files) {
    count += 1;
    bytes += size;
    if (size > limits.mebibytes * mebibyte) {
      const values = { path, size: (size / mebibyte).toFixed(1), limit: limits.mebibytes };
      findings.push({ code: 'output-large-file', file: '.', values });
    }
  }
  if (count > limits.files) {
    const values = { count, limit: limits.files };
    findings.push({ code: 'output-many-files', file: '.', values });
  }
  if (bytes > limits.gigabytes * gigabyte) {
    const values = { size: (bytes / gigabyte).toFixed(2), limit: limits.gigabytes };
    findings.push({ code: 'output-large-site', file: '.', values });
  }
  return findings;
}

const mebibyte = 1024 ** 2;
const gigabyte = 10 ** 9;
