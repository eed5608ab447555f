import { appendFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { findNewlyPublic } from '#src/integration/address-record.ts';
import { readProject } from '#src/integration/project.ts';
import { runCommand } from './run-command.ts';
import { shownPath } from './shown-path.ts';

const words = {
  ja: {
    due: (count: number) => `公開の時刻が来て、まだ公開していない話が ${count} 編あります。`,
    none: '公開を待っている話はありません。',
  },
  en: {
    due: (count: number) =>
      `${count} ${count === 1 ? 'part is' : 'parts are'} due and not published yet.`,
    none: 'No part is due.',
  },
};

await runCommand(async ({ root, args, env, language, color, print }) => {
  parseArgs({ args: [...args], options: {} });
  const project = readProject(root, env);
  const { findings, addresses } = await findNewlyPublic(project);
  if (hasErrors(findings)) {
    print(reportText(findings, { contentPath: shownPath(project.contentDir), language, color }));
    return 1;
  }
  for (const { address } of addresses) print(address);
  print(addresses.length === 0 ? words[language].none : words[language].due(addresses.length));
  // https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
  const output = env['GITHUB_OUTPUT'];
  if (output) await appendFile(output, `due=${String(addresses.length > 0)}\n`);
  return 0;
});
