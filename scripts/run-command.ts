import { join } from 'node:path';
import { Refusal } from '#src/command/refusal.ts';
import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import { EnvironmentError } from '#src/integration/environment.ts';
import { messageLanguage } from '#src/integration/message-language.ts';
import { readProject } from '#src/integration/project.ts';

/** What every command is given. */
export interface Terminal {
  /** Absolute: the folder of package.json. */
  readonly root: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Of the messages: the site's. */
  readonly language: FindingLanguage;
  readonly color: boolean;
  /** Writes a line, or a text that ends in a line break. */
  readonly print: (text: string) => void;
}

/**
 * Runs a command of the project and sets the exit code.
 *
 * @param command - resolves to the exit code; what it throws is a mistake of ours and is shown whole
 */
export async function runCommand(command: (terminal: Terminal) => Promise<number>): Promise<void> {
  const root = join(import.meta.dirname, '..');
  const { env, stdout } = process;
  try {
    process.exitCode = await command({
      root,
      args: process.argv.slice(2),
      env,
      language: await messageLanguage(readProject(root, env).contentDir),
      color: stdout.isTTY && env['NO_COLOR'] === undefined,
      print: (text) => stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    });
  } catch (error) {
    if (!isMistypedCommand(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function isMistypedCommand(error: unknown): error is Error {
  return error instanceof EnvironmentError || error instanceof Refusal;
}
