import { dev } from 'astro';
import { reportText } from '#src/diagnostics/report-text.ts';
import { loadProject } from '#src/integration/load-project.ts';
import { readProject } from '#src/integration/project.ts';
import { readSettings } from '#src/integration/read-settings.ts';
import { runCommand } from './run-command.ts';
import { readServerRequest, serverOptions } from './server-request.ts';
import { shownPath } from './shown-path.ts';

const words = {
  ja: {
    usage: `npm run dev -- [指定]

書きながらサイトを見られるようにします。保存すると、開いているページに出ます。

${serverOptions.ja}`,
  },
  en: {
    usage: `npm run dev -- [options]

Shows the site while it is written: what is saved appears in the open page.

${serverOptions.en}`,
  },
};

await runCommand(async (terminal) => {
  const { root, env, language, color, print } = terminal;
  const server = readServerRequest(terminal, 'dev');
  if (server === 'help') {
    print(words[language].usage);
    return 0;
  }
  const project = readProject(root, env);
  // Without its settings there is no site to show; everything else is shown as far as it goes.
  const { settings } = await readSettings(project.contentDir);
  if (settings === undefined) {
    const { findings } = await loadProject(project);
    print(reportText(findings, { contentPath: shownPath(project.contentDir), language, color }));
    return 1;
  }
  await dev({ root, server });
  return 0;
});
