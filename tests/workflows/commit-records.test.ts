import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/support/build-site.ts';
import { git, runStep } from './commands.ts';

const addresses = 'content/addresses.yaml';
const ledger = 'content/announcements.yaml';

let origin: string;
/** What the workflow has checked out: the newest commit and no other. */
let job: string;
/** The writer's own copy. */
let writer: string;

beforeEach(async () => {
  const folder = await temporaryFolder('git');
  origin = join(folder, 'origin.git');
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  writer = join(folder, 'writer');
  git(folder, 'clone', '--quiet', origin, writer);
  git(writer, 'checkout', '--quiet', '-B', 'main');
  await mkdir(join(writer, 'content'));
  await write(writer, 'content/01.md', 'one\n');
  await write(writer, addresses, 'addresses:\n  /a/1/: a/1\nversion: 1\n');
  commitAndPush('Begin');
  await write(writer, 'content/02.md', 'two\n');
  commitAndPush('Go on');
  job = join(folder, 'job');
  git(folder, 'clone', '--quiet', '--depth=1', `file://${origin}`, job);
  git(job, 'checkout', '--quiet', '--detach');
});

describe('what a deploy has recorded', () => {
  it('is pushed, a commit a file', async () => {
    await deployed();
    expect(record()).toMatchObject({ code: 0 });
    expect(history()).toEqual([
      '[skip ci] Record what was published in content/addresses.yaml',
      '[skip ci] Record what was published in content/announcements.yaml',
      'Go on',
      'Begin',
    ]);
    expect(atOrigin(addresses)).toContain('/a/2/');
    expect(atOrigin(ledger)).toContain('sent');
    expect(git(origin, 'log', '-1', '--format=%an %cn', 'main')).toBe(
      'github-actions[bot] github-actions[bot]',
    );
  });

  it('is pushed where the branch has moved on', async () => {
    await deployed();
    await write(writer, 'content/03.md', 'three\n');
    commitAndPush('Write on');
    expect(record()).toMatchObject({ code: 0 });
    expect(atOrigin(addresses)).toContain('/a/2/');
    expect(atOrigin(ledger)).toContain('sent');
    expect(atOrigin('content/03.md')).toBe('three');
  });

  it('brings nothing back that was taken out of the branch meanwhile', async () => {
    await deployed();
    await write(writer, 'content/02.md', 'two, without the name\n');
    git(writer, 'commit', '--quiet', '--all', '--amend', '--message', 'Go on, amended');
    git(writer, 'push', '--quiet', '--force', 'origin', 'main');
    expect(record()).toMatchObject({ code: 0 });
    expect(history()).toEqual([
      '[skip ci] Record what was published in content/addresses.yaml',
      '[skip ci] Record what was published in content/announcements.yaml',
      'Go on, amended',
      'Begin',
    ]);
    expect(atOrigin('content/02.md')).toBe('two, without the name');
    expect(atOrigin(addresses)).toContain('/a/2/');
  });

  it('is pushed twice where something is announced in between', async () => {
    await write(job, addresses, 'addresses:\n  /a/1/: a/1\n  /a/2/: a/2\nversion: 1\n');
    expect(record()).toMatchObject({ code: 0 });
    await write(writer, 'content/03.md', 'three\n');
    git(writer, 'pull', '--quiet', '--rebase', 'origin', 'main');
    commitAndPush('Write on');
    await write(job, ledger, 'version: 1\na/2: sent\n');
    expect(record()).toMatchObject({ code: 0 });
    expect(history()).toEqual([
      '[skip ci] Record what was published in content/announcements.yaml',
      'Write on',
      '[skip ci] Record what was published in content/addresses.yaml',
      'Go on',
      'Begin',
    ]);
    expect(record()).toEqual({ code: 0, said: 'Nothing new to record.\n' });
  });

  it('tells the workflow whether the branch has taken something', async () => {
    const output = join(job, 'output');
    await write(job, 'output', '');
    record({ GITHUB_OUTPUT: output });
    expect(await readFile(output, 'utf8')).toBe('');
    await deployed();
    record({ GITHUB_OUTPUT: output });
    expect(await readFile(output, 'utf8')).toBe('pushed=true\n');
  });

  it('makes no commit where there is nothing new', () => {
    expect(record()).toEqual({ code: 0, said: 'Nothing new to record.\n' });
    expect(history()).toEqual(['Go on', 'Begin']);
  });

  it('makes one commit where only one file is new', async () => {
    await write(job, addresses, 'addresses:\n  /a/1/: a/1\n  /a/2/: a/2\nversion: 1\n');
    expect(record()).toMatchObject({ code: 0 });
    expect(history()).toHaveLength(3);
  });

  it('keeps the ledger where the list was changed by hand at the same time, and says so', async () => {
    await deployed();
    const byHand = 'addresses:\n  /a/9/: a/9\nversion: 1\n';
    await write(writer, addresses, byHand);
    commitAndPush('Withdraw');
    const { code, said } = record();
    expect(code).toBe(1);
    expect(said).toContain('::error file=content/addresses.yaml::');
    expect(atOrigin(ledger)).toContain('sent');
    expect(`${atOrigin(addresses)}\n`).toBe(byHand);
    // For the step that keeps them.
    expect(await readFile(join(job, addresses), 'utf8')).toContain('/a/2/');
    expect(await readFile(join(job, ledger), 'utf8')).toContain('sent');
  });

  it('is left to a person where nothing can be pushed at all', async () => {
    await deployed();
    git(job, 'remote', 'set-url', 'origin', join(job, 'nowhere'));
    const { code } = record();
    expect(code).not.toBe(0);
    expect(history()).toEqual(['Go on', 'Begin']);
  });
});

async function deployed(): Promise<void> {
  await write(job, addresses, 'addresses:\n  /a/1/: a/1\n  /a/2/: a/2\nversion: 1\n');
  await write(job, ledger, 'version: 1\na/2: sent\n');
  await mkdir(join(job, 'node_modules'));
  await write(job, '.gitignore', 'node_modules/\n');
}

function record(env: Readonly<Record<string, string>> = {}) {
  return runStep('commit-records.sh', ['main', '0 0'], job, env);
}

function history(): readonly string[] {
  return git(origin, 'log', '--format=%s', 'main').split('\n');
}

function atOrigin(path: string): string {
  return git(origin, 'show', `main:${path}`);
}

function commitAndPush(message: string): void {
  git(writer, 'add', '--all');
  git(writer, 'commit', '--quiet', '--message', message);
  git(writer, 'push', '--quiet', 'origin', 'main');
}

function write(folder: string, path: string, text: string): Promise<void> {
  return writeFile(join(folder, path), text);
}
