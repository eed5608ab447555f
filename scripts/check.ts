import { optionWords } from '#src/command/option-words.ts';
import { readOptionsAlone } from '#src/command/options.ts';
import { Refusal } from '#src/command/refusal.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { reportGithub } from '#src/diagnostics/report-github.ts';
import { reportJson } from '#src/diagnostics/report-json.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { loadProject } from '#src/integration/load-project.ts';
import { readProject } from '#src/integration/project.ts';
import { runCommand, type Terminal } from './run-command.ts';
import { shownPath } from './shown-path.ts';

const reports = { text: reportText, json: reportJson, github: reportGithub };
const formats = Object.keys(reports).join(' | ');

const words = {
  ja: {
    usage: `npm run check -- [指定]

原稿と設定を調べ、直すところを場所と直し方つきで示します。サイトは書き出しません。

  --format ${formats}  報告の形（指定がなければ text）
`,
    noFormat: (text: string) => `「--format」には ${formats} のどれかを書いてください: ${text}`,
  },
  en: {
    usage: `npm run check -- [options]

Looks through the content and the settings, and tells what to mend, where and how. Writes no site.

  --format ${formats}  the form of the report (text unless it is given)
`,
    noFormat: (text: string) => `“--format” takes one of ${formats}: ${text}`,
  },
};

await runCommand(async (terminal) => {
  const { root, env, language, color, print } = terminal;
  const reporter = chosenReporter(terminal);
  if (reporter === 'help') {
    print(words[language].usage);
    return 0;
  }
  const project = readProject(root, env);
  const { findings } = await loadProject(project);
  print(reporter(findings, { contentPath: shownPath(project.contentDir), language, color }));
  return hasErrors(findings) ? 1 : 0;
});

/** @throws Refusal where the arguments do not make sense */
function chosenReporter({ args, language }: Terminal): typeof reportText | 'help' {
  const options = {
    format: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const optionsAmiss = optionWords[language]('check', () => 'json');
  const { text, isOn } = readOptionsAlone(args, options, optionsAmiss);
  if (isOn('help')) return 'help';
  const format = text('format') ?? 'text';
  const report = Object.entries(reports).find(([name]) => name === format)?.[1];
  if (report === undefined) throw new Refusal(words[language].noFormat(format));
  return report;
}
