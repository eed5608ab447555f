import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { reportText } from '#src/diagnostics/report-text.ts';
import { loadProject } from '#src/integration/load-project.ts';
import { readProject } from '#src/integration/project.ts';
import { readSettings } from '#src/integration/read-settings.ts';
import { runCommand, wholeNumber } from './run-command.ts';
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
  const port = values.port === undefined ? {} : { port: wholeNumber('--port', values.port) };
  await dev({ root, server: { host: values.host, ...port } });
  return 0;
});
