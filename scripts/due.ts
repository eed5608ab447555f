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
    usage:
      'npm run due\n公開の時刻が来て、まだ content/addresses.yaml にない話を挙げます。何も書きません。',
    due: (count: number) => `公開の時刻が来て、まだ公開していない話が ${count} 編あります。`,
    none: '公開を待っている話はありません。',
  },
  en: {
    usage:
      'npm run due\nLists what has become public and is not in content/addresses.yaml yet. It writes nothing.',
    due: (count: number) =>
      `${count} ${count === 1 ? 'part is' : 'parts are'} due and not published yet.`,
    none: 'No part is due.',
  },
};

await runCommand(async ({ root, args, env, language, color, print }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    print(words[language].usage);
    return 0;
  }
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
