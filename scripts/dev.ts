import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { optionWords } from '#src/command/option-words.ts';
import { ports, wholeNumber } from '#src/command/whole-number.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { loadProject } from '#src/integration/load-project.ts';
import { readProject } from '#src/integration/project.ts';
import { readSettings } from '#src/integration/read-settings.ts';
import { runCommand } from './run-command.ts';
import { shownPath } from './shown-path.ts';

await runCommand(async ({ root, args, env, language, color, print }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' }, host: { type: 'boolean', default: false } },
  });
  const project = readProject(root, env);
  // Without its settings there is no site to show; everything else is shown as far as it goes.
  const { settings } = await readSettings(project.contentDir);
  if (settings === undefined) {
    const { findings } = await loadProject(project);
    print(reportText(findings, { contentPath: shownPath(project.contentDir), language, color }));
    return 1;
  }
  const number = (text: string) => wholeNumber('port', text, optionWords[language]('dev'), ports);
  const port = values.port === undefined ? {} : { port: number(values.port) };
  await dev({ root, server: { host: values.host, ...port } });
  return 0;
});
