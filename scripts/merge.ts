import { resolve } from 'node:path';
import { optionWords } from '#src/command/option-words.ts';
import { readOptions } from '#src/command/options.ts';
import { mergeShares, type MergeProblem } from '#src/build/merge.ts';
import { shareFile } from '#src/build/share-list.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { readProject } from '#src/integration/project.ts';
import { tellsOwner } from './lock-owner.ts';
import { runCommand } from './run-command.ts';
import { shownPath } from './shown-path.ts';

const words = {
  ja: {
    usage: `npm run merge -- shares/1 shares/2 …

npm run build -- --shard 1/2 のように作った分担のフォルダーをつなげて、サイトを dist/ に書き出します。
`,
    waiting: '別のビルドが終わるのを待っています。',
    failed: 'つなげませんでした。前の出力はそのままです。',
    done: (folder: string, count: number) => `${count} 個の分担を ${folder} につなげました。`,
    problem(problem: MergeProblem): string {
      switch (problem.kind) {
        case 'no-share':
          return `${problem.folder} に分担（${shareFile}）がありません。npm run build -- --shard 1/5 のように作ったフォルダーを並べてください。`;
        case 'missing':
          return problem.of === 0
            ? '分担のフォルダーを並べてください。例: npm run merge -- shares/1 shares/2'
            : `${problem.of} 個のうち ${problem.numbers.join('、')} 番目の分担がありません。`;
        case 'twice':
          return `${problem.number} 番目の分担が二つあります。`;
        case 'foreign':
          return `${problem.folder} と ${problem.first} では、本文か設定、作り方（--no-search）、または作った時刻（TSUZUKI_NOW）が違います。古いほうを、もう一方と同じにして作り直してください。`;
        case 'dealt-otherwise':
          return `${problem.folder} と ${problem.first} は、違う数に分けたものです。どの分担も、同じ数に分けて作ってください。`;
        case 'other-code':
          return `${problem.folder} は、ここにあるものとは違うプログラム（または Node、ライブラリ）で作られています。同じもので作り直してください。`;
        case 'damaged':
          return `${problem.folder} の ${problem.path} が欠けているか、読めないか、壊れています。この分担を作り直してください。`;
      }
    },
  },
  en: {
    usage: `npm run merge -- shares/1 shares/2 …

Joins the folders that npm run build -- --shard 1/2 and the like have made, and writes the site into dist/.
`,
    waiting: 'Waiting for another build to finish.',
    failed: 'Nothing was joined. The last output is untouched.',
    done: (folder: string, count: number) => `${count} shares were joined in ${folder}.`,
    problem(problem: MergeProblem): string {
      switch (problem.kind) {
        case 'no-share':
          return `There is no share (${shareFile}) in ${problem.folder}. Name the folders that npm run build -- --shard 1/5 and the like have made.`;
        case 'missing':
          return problem.of === 0
            ? 'Name the folders of the shares, as in: npm run merge -- shares/1 shares/2'
            : `Of ${problem.of} shares, these are missing: ${problem.numbers.join(', ')}.`;
        case 'twice':
          return `Share ${problem.number} is there twice.`;
        case 'foreign':
          return `${problem.folder} and ${problem.first} were built from other content or settings, in another way (--no-search) or at another moment (TSUZUKI_NOW). Build the older one again as the other.`;
        case 'dealt-otherwise':
          return `${problem.folder} and ${problem.first} are of another number of shares. Build all of them for the same number.`;
        case 'other-code':
          return `${problem.folder} was built by other code, or with another Node or other libraries, than are here. Build it again with the same.`;
        case 'damaged':
          return `${problem.path} in ${problem.folder} is missing, unreadable or damaged. Build that share again.`;
      }
    },
  },
};

await runCommand(async (terminal) => {
  const { root, args, env, language, color, print } = terminal;
  const options = { help: { type: 'boolean', short: 'h' } } as const;
  const { isOn, positionals } = readOptions(args, options, optionWords[language]('merge'));
  if (isOn('help')) {
    print(words[language].usage);
    return 0;
  }
  const project = readProject(root, env);
  const folders = positionals.map((path) => resolve(root, path));
  const onWait = tellsOwner(terminal, words[language].waiting);
  const { problem, outputFindings, isMerged } = await mergeShares({ project, folders, onWait });
  if (problem !== undefined) print(words[language].problem(problem));
  if (outputFindings.length > 0) {
    print(reportText(outputFindings, { language, color, contentPath: project.outDir }));
  }
  print(
    isMerged
      ? words[language].done(shownPath(project.outDir), folders.length)
      : words[language].failed,
  );
  return isMerged ? 0 : 1;
});
