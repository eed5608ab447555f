import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '#tests/support/build-site.ts';

const permissions = z.record(z.string(), z.enum(['read', 'write']));
const step = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.string().optional(),
  run: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const job = z.looseObject({
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  permissions: permissions.optional(),
  steps: z.array(step).default([]),
});
const workflow = z.looseObject({
  name: z.string(),
  permissions,
  concurrency: z.unknown().optional(),
  jobs: z.record(z.string(), job),
});

const folder = join(projectRoot, '.github/workflows');
const names = await readdir(folder);
const texts = new Map(
  await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  ),
);
const workflows = new Map([...texts].map(([name, text]) => [name, workflow.parse(parse(text))]));
const deploy = named('deploy.yml');
const scheduled = named('scheduled.yml');
const shares = named('shares.yml');

describe('every workflow', () => {
  it('is one of those that are meant to be', () => {
    expect(names.toSorted()).toEqual(['deploy.yml', 'scheduled.yml', 'shares.yml', 'test.yml']);
  });

  it('calls only scripts of the project that there are', async () => {
    const manifest = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')));
    const called = steps().flatMap(({ run = '' }) => [...run.matchAll(/npm run (\S+)/g)]);
    const scripts = called.map(([, script = '']) => script);
    expect(scripts.toSorted()).toEqual(['addresses', 'announce', 'build', 'build', 'due', 'merge']);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(scripts));
  });

  it('uses only actions of GitHub, each of a version', () => {
    for (const { uses } of steps().filter((one) => one.uses !== undefined)) {
      expect(uses).toMatch(/^actions\/[a-z-]+@v\d+/);
    }
  });

  it('has no right but those that a job asks for', () => {
    expect(deploy.permissions).toEqual({});
    expect(scheduled.permissions).toEqual({});
    expect(rights('deploy.yml')).toEqual({
      where: { contents: 'read', pages: 'read' },
      build: { contents: 'read' },
      shares: { contents: 'read' },
      deploy: { pages: 'write', 'id-token': 'write' },
      elsewhere: {},
      record: { contents: 'write' },
    });
    expect(rights('scheduled.yml')).toEqual({
      due: { contents: 'read', pages: 'read' },
      // What it calls has at most these.
      deploy: { contents: 'write', pages: 'write', 'id-token': 'write' },
    });
    expect(shares.permissions).toEqual({});
    const read = { contents: 'read' };
    expect(rights('shares.yml')).toEqual({ plan: read, share: read, join: read });
    expect(named('test.yml').permissions).toEqual({ contents: 'read' });
  });

  it('leaves the right to push with the job that pushes', () => {
    const kept = [...workflows].flatMap(([name, { jobs }]) =>
      Object.entries(jobs).flatMap(([id, { steps: all }]) =>
        all
          .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
          .filter((one) => one.with?.['persist-credentials'] !== false)
          .map(() => `${name} ${id}`),
      ),
    );
    expect(kept).toEqual(['deploy.yml record']);
  });

  it('puts nothing that others may have written into a shell', () => {
    for (const { run = '' } of steps()) expect(run).not.toContain('${{');
  });
});

describe('secrets', () => {
  it('are given to the one step that needs them, and to no other', () => {
    const given = steps().flatMap((one) =>
      Object.entries(one.env ?? {})
        .filter(([, value]) => value.includes('secrets.'))
        .map(([name, value]) => [one.run?.split(' ').slice(0, 3).join(' '), name, value]),
    );
    const announce = [
      'TSUZUKI_BLUESKY_PASSWORD',
      'TSUZUKI_MASTODON_TOKEN',
      'TSUZUKI_X_API_KEY',
      'TSUZUKI_X_API_SECRET',
      'TSUZUKI_X_ACCESS_TOKEN',
      'TSUZUKI_X_ACCESS_SECRET',
    ];
    expect(given).toEqual([
      ['curl --fail --silent', 'TSUZUKI_DEPLOY_HOOK', '${{ secrets.TSUZUKI_DEPLOY_HOOK }}'],
      ...announce.map((name) => ['npm run announce', name, `\${{ secrets.${name} }}`]),
    ]);
    const all = [...texts.values()].flatMap((text) => text.match(/secrets[.:[]/g) ?? []);
    // And the scheduled run passes them on.
    expect(all).toHaveLength(given.length + 1);
    expect(scheduled.jobs['deploy']).toMatchObject({ secrets: 'inherit' });
  });
});

describe('publishing', () => {
  it('never happens twice at once, and is never broken off', () => {
    const group = 'tsuzuki-publish';
    expect(deploy.concurrency).toEqual({ group, 'cancel-in-progress': false });
    // Who calls it with a group of that name would wait for itself.
    expect(scheduled.concurrency).toBeUndefined();
  });

  it('builds, deploys, and only then records and announces', () => {
    expect(deploy.jobs['build']).toMatchObject({
      needs: 'where',
      if: "needs.where.outputs.host == 'pages' && vars.TSUZUKI_SHARES == ''",
    });
    expect(deploy.jobs['deploy']).toMatchObject({
      needs: ['build', 'shares'],
      if: "${{ !cancelled() && (needs.build.result == 'success' || needs.shares.result == 'success') }}",
    });
    expect(deploy.jobs['record']).toMatchObject({
      needs: ['where', 'build', 'shares', 'deploy', 'elsewhere'],
    });
    expect(deploy.jobs['record']?.if).toContain("needs.deploy.result == 'success'");
    const shown = (id: string) =>
      deploy.jobs[id]?.steps.flatMap(({ run, uses }) => run ?? uses?.split('@')[0] ?? []);
    expect(shown('build')?.slice(-3)).toEqual([
      'npm install',
      'npm run build',
      'actions/upload-pages-artifact',
    ]);
    expect(shown('deploy')).toEqual(['actions/deploy-pages']);
    expect(shown('record')).toEqual([
      'actions/checkout',
      'npm install',
      'npm run addresses',
      'bash .github/commit-records.sh "$GITHUB_REF_NAME"',
      'bash .github/prove-push.sh "$GITHUB_REF_NAME"',
      'npm run announce -- --wait "$WAIT"',
      'bash .github/commit-records.sh "$GITHUB_REF_NAME"',
      'actions/upload-artifact',
    ]);
  });

  it('announces nothing before something was pushed, or was shown to be possible to push', () => {
    const all = deploy.jobs['record']?.steps ?? [];
    const announce = all.findIndex(({ run }) => run === 'npm run announce -- --wait "$WAIT"');
    const [recorded, proof] = all.slice(announce - 2, announce);
    expect([recorded?.if, all[announce]?.if]).toEqual([undefined, undefined]);
    expect(recorded).toMatchObject({ id: 'addresses' });
    expect(proof?.if).toBe("steps.addresses.outputs.pushed != 'true'");
  });

  it('waits longer for pages where another host has yet to build them', () => {
    const record = deploy.jobs['record'];
    const announce = record?.steps.find(({ run }) => run?.startsWith('npm run announce'));
    expect(announce?.env?.['WAIT']).toBe(
      "${{ needs.where.outputs.host == 'elsewhere' && '900' || '300' }}",
    );
  });

  it('records what was announced also where announcing failed', () => {
    const [commit, keep] = deploy.jobs['record']?.steps.slice(-2) ?? [];
    expect(commit).toMatchObject({ id: 'ledger', if: 'always()' });
    expect(keep?.if).toBe(
      "${{ always() && (steps.addresses.outcome == 'failure' || steps.ledger.outcome == 'failure') }}",
    );
  });

  it('is of one moment and one commit: what is built is what is recorded', () => {
    const [checkout] = deploy.jobs['record']?.steps ?? [];
    expect(checkout?.with?.['ref']).toBe(
      '${{ needs.build.outputs.sha || needs.shares.outputs.sha || github.ref_name }}',
    );
    expect(deploy.jobs['record']).toMatchObject({
      env: {
        TSUZUKI_NOW:
          '${{ needs.build.outputs.moment || needs.shares.outputs.moment || needs.where.outputs.moment }}',
      },
    });
    const build = deploy.jobs['build']?.steps.find(({ run }) => run === 'npm run build');
    expect(build?.env).toEqual({ TSUZUKI_NOW: '${{ steps.site.outputs.moment }}' });
  });

  it('in shares is of one commit and one moment too, and joins what all of them have made', () => {
    expect(deploy.jobs['shares']).toMatchObject({
      needs: 'where',
      if: "needs.where.outputs.host == 'pages' && vars.TSUZUKI_SHARES != ''",
      uses: './.github/workflows/shares.yml',
      with: { shares: '${{ fromJSON(vars.TSUZUKI_SHARES) }}' },
    });
    const { share, join: joining } = shares.jobs;
    expect(share).toMatchObject({
      needs: 'plan',
      strategy: { matrix: { number: '${{ fromJSON(needs.plan.outputs.numbers) }}' } },
    });
    const build = share?.steps.find(({ run }) => run?.startsWith('npm run build'));
    expect(build).toMatchObject({
      run: 'npm run build -- --shard "$NUMBER/$SHARES"',
      env: { TSUZUKI_NOW: '${{ needs.plan.outputs.moment }}' },
    });
    const refs = [share, joining].map((one) => one?.steps[0]?.with?.['ref']);
    expect(refs).toEqual(['${{ needs.plan.outputs.sha }}', '${{ needs.plan.outputs.sha }}']);
    expect(joining?.needs).toEqual(['plan', 'share']);
    expect(joining?.steps.map(({ run, uses }) => run ?? uses?.split('@')[0])).toEqual([
      'actions/checkout',
      'npm install',
      'actions/download-artifact',
      'npm run merge -- shares/*',
      'actions/upload-pages-artifact',
    ]);
  });

  it('is of a moment before it also where another host builds by itself', () => {
    expect(deploy.jobs['where']).toMatchObject({
      outputs: { moment: '${{ steps.where.outputs.moment }}' },
    });
    const where = deploy.jobs['where']?.steps.find(({ id }) => id === 'where');
    expect(where?.env?.['PUSHED_AT']).toBe('${{ github.event.repository.pushed_at }}');
    // Before the host is asked to begin.
    expect(deploy.jobs['elsewhere']).toMatchObject({ needs: 'where' });
    expect(deploy.jobs['record']?.needs).toContain('where');
  });

  it('begins with the newest commit: one that waited must know what the last has announced', () => {
    const [checkout] = deploy.jobs['build']?.steps ?? [];
    expect(checkout?.with?.['ref']).toBe('${{ github.ref_name }}');
  });
});

describe('the scheduled run', () => {
  it('looks every hour, off the hour, and publishes only what is due', () => {
    expect(texts.get('scheduled.yml')).toMatch(/cron: '([1-9]|[1-5]\d) \* \* \* \*'/);
    expect(scheduled.jobs['deploy']).toMatchObject({
      needs: 'due',
      if: "needs.due.outputs.due == 'true'",
      uses: './.github/workflows/deploy.yml',
    });
    const runs = scheduled.jobs['due']?.steps.map(({ run, if: only }) => [run, only]);
    expect(runs?.slice(-2)).toEqual([
      ['npm install', "steps.where.outputs.host != 'none'"],
      ['npm run due', "steps.where.outputs.host != 'none'"],
    ]);
  });
});

describe('what stands beside the workflows', () => {
  it('leads every host to the same output, by a script that there is', async () => {
    const [netlify = '', wrangler = ''] = await Promise.all(
      ['netlify.toml', 'wrangler.toml'].map((name) => readFile(join(projectRoot, name), 'utf8')),
    );
    expect(netlify).toMatch(/^ {2}command = "npm run build"\n {2}publish = "dist"$/m);
    expect(wrangler).toMatch(/^pages_build_output_dir = "dist"$/m);
  });

  it('is no list of the sample: who takes the project for their own deletes its stories', async () => {
    const names = await readdir(join(projectRoot, 'content'));
    expect(names).not.toContain('addresses.yaml');
    expect(names).not.toContain('announcements.yaml');
  });
});

function named(name: string) {
  const found = workflows.get(name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

function steps() {
  return [...workflows.values()].flatMap(({ jobs }) =>
    Object.values(jobs).flatMap((one) => one.steps),
  );
}

function rights(name: string) {
  const { jobs } = named(name);
  return Object.fromEntries(Object.entries(jobs).map(([id, one]) => [id, one.permissions]));
}
