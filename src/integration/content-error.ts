import type { Finding } from '#src/diagnostics/finding.ts';

/** Content that cannot be built: what is wrong is in its findings. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const codes = findings.map(({ code, file }) => `${file}: ${code}`);
    super(`the content cannot be used: ${codes.join(', ')}`);
    this.findings = findings;
  }
}

/**
 * What a `ContentError` tells, also one that comes from a thread or from the bundle of pages, where the
 * class is another one.
 *
 * @returns undefined of any other error
 */
export function contentFindings(error: unknown): readonly Finding[] | undefined {
  const isContentError =
    error instanceof Error && error.name === 'ContentError' && 'findings' in error;
  return isContentError ? (error.findings as readonly Finding[]) : undefined;
}

/** A file that is another one than was checked: what is made of it would be recorded as what it was. */
export function contentChanged(file: string): Finding {
  return { code: 'content-changed', file, values: {} };
}
