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
