import type { Finding } from '#src/diagnostics/finding.ts';

/** Where a finding is: file, line and column. */
export type Place = Pick<Finding, 'file' | 'line' | 'column'>;
