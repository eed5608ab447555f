import { readArguments } from '#src/announce/arguments.ts';
import { Refusal } from '#src/command/refusal.ts';
import { ledgerFile } from '#src/announce/read-ledger.ts';
import { wordsFor } from '#src/announce/words.ts';
import { reportGithub } from '#src/diagnostics/report-github.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { announceProject } from '#src/integration/announce-project.ts';
import { readProject } from '#src/integration/project.ts';
import { tellsOwner } from './lock-owner.ts';
import { runCommand } from './run-command.ts';
import { shownPath } from './shown-path.ts';

await runCommand(async (terminal) => {
  const { root, args, env, language, color, print } = terminal;
  const words = wordsFor[language];
  try {
    const read = readArguments(args, words);
    if (read === 'help') {
      print(words.usage);
      return 0;
    }
    const project = readProject(root, env);
    const onWait = tellsOwner(terminal, words.waiting);
    const options = { project, args: read, env, language, print, onWait };
    const { findings, isAmiss } = await announceProject(options);
    if (findings.length > 0) {
      const report = env['GITHUB_ACTIONS'] === 'true' ? reportGithub : reportText;
      print(report(findings, { contentPath: shownPath(project.contentDir), language, color }));
    }
    if (findings.some(({ file }) => file !== ledgerFile)) print(words.contentFailed);
    return isAmiss ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    print(error.message);
    return 1;
  }
});
