import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the Nu checker says of one place in one file. */
export interface Message {
  readonly url: string;
  readonly line: number | undefined;
  readonly message: string;
  readonly extract: string | undefined;
}

/** The Nu checker needs a machine's own Java. */
export function hasJava(): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('java', ['-version'], (error) => {
      resolve(error === null);
    });
  });
}

/**
 * Checks all HTML files of a folder with the Nu checker, in one process. Style sheets are left to
 * stylelint: this checker takes container queries and view transitions for errors.
 *
 * @returns the errors; its warnings are left out, since they suspect the policy of every page of
 * stopping what it allows
 */
export function nuErrors(folder: string): Promise<readonly Message[]> {
  const jar = fileURLToPath(import.meta.resolve('vnu-jar/build/dist/vnu.jar'));
  const options = ['--errors-only', '--format', 'json', '--skip-non-html'];
  return new Promise((resolve, reject) => {
    const args = ['-jar', jar, ...options, folder];
    execFile('java', args, { maxBuffer: 64 * 1024 * 1024 }, (error, _, report) => {
      // It ends with 1 when it has found something; what it found is in the report.
      try {
        resolve(readReport(report));
      } catch {
        reject(new Error(`the Nu checker did not run: ${report}`, { cause: error }));
      }
    });
  });
}

function readReport(report: string): readonly Message[] {
  const parsed: unknown = JSON.parse(report);
  if (!isRecord(parsed) || !Array.isArray(parsed['messages'])) throw new Error('not a report');
  return parsed['messages'].filter(isRecord).map((said) => ({
    url: String(said['url']),
    line: typeof said['lastLine'] === 'number' ? said['lastLine'] : undefined,
    message: String(said['message']),
    extract: typeof said['extract'] === 'string' ? said['extract'] : undefined,
  }));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
