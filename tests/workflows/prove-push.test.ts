import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/support/build-site.ts';
import { git, runStep } from './commands.ts';

/** What GitHub says of a branch: that it is protected, and how many rules it has. */
const answers = {
  'has no rules': { protected: 'echo false', rules: 'echo 0' },
  'is protected': { protected: 'echo true', rules: 'echo 0' },
  'has a rule': { protected: 'echo false', rules: 'echo 1' },
  'is not known': { protected: 'exit 1', rules: 'exit 1' },
} as const;
type Branch = keyof typeof answers;

const withRules: readonly Branch[] = ['is protected', 'has a rule', 'is not known'];

let folder: string;
let origin: string;
let job: string;

beforeEach(async () => {
  folder = await temporaryFolder('push');
  origin = join(folder, 'origin.git');
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  const writer = join(folder, 'writer');
  git(folder, 'clone', '--quiet', origin, writer);
  git(writer, 'checkout', '--quiet', '-B', 'main');
  await writeFile(join(writer, '01.md'), 'one\n');
  git(writer, 'add', '--all');
  git(writer, 'commit', '--quiet', '--message', 'Begin');
  git(writer, 'push', '--quiet', 'origin', 'main');
  job = join(folder, 'job');
  git(folder, 'clone', '--quiet', '--depth=1', `file://${origin}`, job);
});

describe('before something is announced', () => {
  it('a push is rehearsed, which leaves nothing behind', async () => {
    expect(await prove('has no rules')).toMatchObject({ code: 0 });
    expect(history()).toEqual(['Begin']);
  });

  it.each(withRules)('a commit without a change is pushed where the branch %s', async (branch) => {
    expect(await prove(branch)).toMatchObject({ code: 0 });
    expect(history()).toEqual(['[skip ci] See whether the branch takes what is recorded', 'Begin']);
    expect(git(origin, 'diff', 'main~1', 'main')).toBe('');
  });

  it('a branch whose rules forbid it stops the job', async () => {
    await refuse();
    const { code, said } = await prove('is protected');
    expect(code).toBe(1);
    expect(said).toContain('::error::');
    expect(history()).toEqual(['Begin']);
  });

  it('a repository that cannot be pushed to stops the job', async () => {
    git(job, 'remote', 'set-url', '--push', 'origin', join(job, 'nowhere'));
    expect(await prove('has no rules')).toMatchObject({ code: 1 });
  });
});

/** As a protected branch does: a rehearsal is not told of it. */
async function refuse(): Promise<void> {
  await mkdir(join(origin, 'hooks'), { recursive: true });
  const hook = join(origin, 'hooks/pre-receive');
  await writeFile(hook, '#!/bin/sh\nexit 1\n');
  await chmod(hook, 0o755);
}

async function prove(branch: Branch) {
  const { protected: isProtected, rules } = answers[branch];
  const gh = join(folder, 'gh');
  await writeFile(
    gh,
    `#!/bin/sh\ncase "$2" in\n  */rules/branches/main) ${rules} ;;\n  *) ${isProtected} ;;\nesac\n`,
  );
  await chmod(gh, 0o755);
  return runStep('prove-push.sh', ['main', '0 0'], job, {
    PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    GITHUB_REPOSITORY: 'me/novels',
  });
}

function history(): readonly string[] {
  return git(origin, 'log', '--format=%s', 'main').split('\n');
}
