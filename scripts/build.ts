import { optionWords } from '#src/command/option-words.ts';
import { readOptionsAlone } from '#src/command/options.ts';
import { Refusal } from '#src/command/refusal.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { buildProject, type BuildResult } from '#src/build/build.ts';
import { mostShares, parseShare, type Share } from '#src/build/shares.ts';
import { readProject } from '#src/integration/project.ts';
import { tellsOwner } from './lock-owner.ts';
import { runCommand, type Terminal } from './run-command.ts';
import { shownPath } from './shown-path.ts';
import { slowStages } from './slow-stages.ts';

type Counts = BuildResult['counts'];

const words = {
  ja: {
    usage: `npm run build -- [指定]

サイトを dist/ に書き出します。

  --no-search  検索を作らない（手元で急いで見るとき）
  --shard 2/5  五つに分けた二番目だけを作る（npm run merge でつなげる）
`,
    waiting: '別のビルドが終わるのを待っています。',
    stages: {
      texts: '本文を読み、ページの用意をしています…',
      search: '検索の索引を作っています…',
      pages: 'ページとカードを書き出しています…',
    },
    failed: 'サイトは作られませんでした。前の出力はそのままです。',
    noShare: (text: string) =>
      `「--shard」には 2/5 のように、何番目と全体の数（${mostShares} まで）を書いてください: ${text}`,
    counts: ({ published, scheduled, draft }: Counts) =>
      `公開 ${published} 編、予約 ${scheduled} 編、下書き ${draft} 編`,
    done: (folder: string, seconds: string) =>
      `${folder} にサイトを書き出しました（${seconds} 秒）。`,
    shareDone: ({ number, of }: Share, folder: string, seconds: string) =>
      `${folder} にサイトの分担 ${number}/${of} を書き出しました（${seconds} 秒）。そろったら npm run merge でつなげてください。`,
  },
  en: {
    usage: `npm run build -- [options]

Writes the site into dist/.

  --no-search  without search, for a quick look
  --shard 2/5  only the second of five shares, which npm run merge joins
`,
    waiting: 'Waiting for another build to finish.',
    stages: {
      texts: 'Reading the texts, and getting ready for the pages …',
      search: 'Indexing them for search …',
      pages: 'Writing pages and cards …',
    },
    failed: 'The site was not built. The last output is untouched.',
    noShare: (text: string) =>
      `“--shard” takes a share such as 2/5, of at most ${mostShares}: ${text}`,
    counts: ({ published, scheduled, draft }: Counts) =>
      `${published} published, ${scheduled} scheduled, ${draft} in draft`,
    done: (folder: string, seconds: string) => `The site is in ${folder} (${seconds} s).`,
    shareDone: ({ number, of }: Share, folder: string, seconds: string) =>
      `Share ${number}/${of} of the site is in ${folder} (${seconds} s). Once all are there, join them with npm run merge.`,
  },
};

await runCommand(async (terminal) => {
  const { root, env, language, color, print } = terminal;
  const request = readRequest(terminal);
  if (request === 'help') {
    print(words[language].usage);
    return 0;
  }
  const project = readProject(root, env);
  const started = performance.now();
  const onWait = tellsOwner(terminal, words[language].waiting);
  const stages = slowStages(terminal, words[language].stages);
  const options = { project, ...request, onWait, onStage: stages.begin };
  const built = await buildProject(options).finally(stages.end);
  const { findings, outputFindings, counts, isBuilt } = built;

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
  const { done, shareDone } = words[language];
  const folder = shownPath(project.outDir);
  const { share } = request;
  print(share === undefined ? done(folder, seconds) : shareDone(share, folder, seconds));
  return 0;
});

interface BuildRequest {
  readonly search: boolean;
  readonly share: Share | undefined;
}

/** @throws Refusal where the arguments do not make sense */
function readRequest({ args, language }: Terminal): BuildRequest | 'help' {
  const options = {
    // Without its index, a site that is built to be looked at is there sooner.
    'no-search': { type: 'boolean' },
    shard: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const optionsAmiss = optionWords[language]('build', () => '2/5');
  const { text, isOn } = readOptionsAlone(args, options, optionsAmiss);
  if (isOn('help')) return 'help';
  const typed = text('shard');
  const share = typed === undefined ? undefined : parseShare(typed);
  if (typed !== undefined && share === undefined) throw new Refusal(words[language].noShare(typed));
  return { search: !isOn('no-search'), share };
}
