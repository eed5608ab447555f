import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#tests/support/build-site.ts';

export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a script of .github/ as a workflow does. */
export function runStep(
  script: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Ended {
  const path = join(projectRoot, '.github', script);
  return run('bash', [path, ...args], cwd, env);
}

/** @throws Error when the command fails */
export function git(cwd: string, ...args: readonly string[]): string {
  const { code, said } = run('git', args, cwd);
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${said}`);
  return said.trim();
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Ended {
  const who = { GIT_AUTHOR_NAME: 'w', GIT_AUTHOR_EMAIL: 'w@example.org' };
  const also = { GIT_COMMITTER_NAME: 'w', GIT_COMMITTER_EMAIL: 'w@example.org' };
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...who, ...also, GIT_CONFIG_GLOBAL: '/dev/null', ...env },
    encoding: 'utf8',
  });
  return { code: status, said: stdout + stderr };
}
