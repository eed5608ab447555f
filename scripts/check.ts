import { parseArgs } from 'node:util';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { reportGithub } from '#src/diagnostics/report-github.ts';
import { reportJson } from '#src/diagnostics/report-json.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { loadProject } from '#src/integration/load-project.ts';
import { readProject } from '#src/integration/project.ts';
import { runCommand } from './run-command.ts';
import { shownPath } from './shown-path.ts';

const reports = { text: reportText, json: reportJson, github: reportGithub };

await runCommand(async ({ root, args, env, language, color, print }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { format: { type: 'string', default: 'text' } },
  });
  const report = Object.entries(reports).find(([name]) => name === values.format)?.[1];
  if (report === undefined) {
    print(`--format: ${Object.keys(reports).join(' | ')}`);
    return 1;
  }
  const project = readProject(root, env);
  const { findings } = await loadProject(project);
  print(report(findings, { contentPath: shownPath(project.contentDir), language, color }));
  return hasErrors(findings) ? 1 : 0;
});
