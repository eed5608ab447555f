import { spawn } from 'node:child_process';
import { watchTree } from './process-tree.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** Besides the environment of this process. */
  readonly env: Readonly<Record<string, string>>;
}

export interface MeasuredRun {
  /** From its start to its end, in milliseconds. */
  readonly wall: number;
  /** Of the process and all that it started, in milliseconds; undefined where there is no /proc. */
  readonly cpu: number | undefined;
  /** Resident, of all of them together; undefined where there is no /proc. */
  readonly peakBytes: number | undefined;
}

/**
 * Runs a command to its end.
 *
 * @throws Error with what it has printed where it fails
 */
export function runMeasured({ file, args, cwd, env }: Command): Promise<MeasuredRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => printed.push(bytes));
    }
    const watch = child.pid === undefined ? undefined : watchTree(child.pid);
    let measured: MeasuredRun | undefined;
    child.on('error', reject);
    child.on('exit', () => {
      const wall = performance.now() - started;
      const cost = watch?.end();
      measured = { wall, cpu: cost?.cpu, peakBytes: cost?.peakBytes };
    });
    child.on('close', (code) => {
      if (code === 0 && measured !== undefined) resolve(measured);
      else {
        const output = Buffer.concat(printed).toString().slice(-LONGEST_SHOWN);
        reject(new Error(`${file} ${args.join(' ')} ended with ${code ?? 'a signal'}:\n${output}`));
      }
    });
  });
}

const LONGEST_SHOWN = 4000;
