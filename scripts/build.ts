import { parseArgs } from 'node:util';
import { reportText } from '#src/diagnostics/report-text.ts';
import { buildProject, type BuildResult } from '#src/build/build.ts';
import { parseShare } from '#src/build/shares.ts';
import type { HeldLock } from '#src/integration/build-lock.ts';
import { readProject } from '#src/integration/project.ts';
import { tellOwner } from './lock-owner.ts';
import { runCommand } from './run-command.ts';
import { shownPath } from './shown-path.ts';

type Counts = BuildResult['counts'];

const words = {
  ja: {
    waiting: '別のビルドが終わるのを待っています。',
    failed: 'サイトは作られませんでした。前の出力はそのままです。',
    counts: ({ published, scheduled, draft }: Counts) =>
      `公開 ${published} 編、予約 ${scheduled} 編、下書き ${draft} 編`,
    done: (folder: string, seconds: string) =>
      `${folder} にサイトを書き出しました（${seconds} 秒）。`,
  },
  en: {
    waiting: 'Waiting for another build to finish.',
    failed: 'The site was not built. The last output is untouched.',
    counts: ({ published, scheduled, draft }: Counts) =>
      `${published} published, ${scheduled} scheduled, ${draft} in draft`,
    done: (folder: string, seconds: string) => `The site is in ${folder} (${seconds} s).`,
  },
};

await runCommand(async ({ root, args, env, language, color, print }) => {
  const { values } = parseArgs({
    args: [...args],
    // Without its index, a site that is built to be looked at is there sooner.
    options: { search: { type: 'boolean', default: true }, shard: { type: 'string' } },
    allowNegative: true,
  });
  // One moment for the whole build, however long it takes.
  const project = readProject(root, env);
  env['TSUZUKI_NOW'] = new Date(project.now()).toISOString();
  const started = performance.now();
  const onWait = (held: HeldLock) => {
    print(words[language].waiting);
    print(tellOwner(held, language));
  };
  const { findings, outputFindings, counts, isBuilt } = await buildProject({
    project,
    search: values.search,
    share: values.shard === undefined ? undefined : parseShare(values.shard),
    onWait,
  });

  const report = { language, color };
  if (outputFindings.length > 0) {
    print(reportText(outputFindings, { ...report, contentPath: project.outDir }));
  }
  if (findings.length > 0) {
    print(reportText(findings, { ...report, contentPath: shownPath(project.contentDir) }));
  }
  if (!isBuilt) {
    print(words[language].failed);
    return 1;
  }
  print(words[language].counts(counts));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(words[language].done(shownPath(project.outDir), seconds));
  return 0;
});
