import { appendFile } from 'node:fs/promises';
import { optionWords } from '#src/command/option-words.ts';
import { asksForHelp } from '#src/command/options.ts';
import { findNewlyPublic } from '#src/integration/address-record.ts';
import { readProject } from '#src/integration/project.ts';
import { runCommand } from './run-command.ts';
import { tellAddresses } from './tell-addresses.ts';

const words = {
  ja: {
    usage:
      'npm run due\n公開の時刻が来て、まだ content/addresses.yaml にない話を挙げます。何も書きません。',
    due: (count: number) =>
      count === 0
        ? '公開を待っている話はありません。'
        : `公開の時刻が来て、まだ公開していない話が ${count} 編あります。`,
  },
  en: {
    usage:
      'npm run due\nLists what has become public and is not in content/addresses.yaml yet. It writes nothing.',
    due: (count: number) =>
      count === 0
        ? 'No part is due.'
        : `${count} ${count === 1 ? 'part is' : 'parts are'} due and not published yet.`,
  },
};

await runCommand(async (terminal) => {
  const { root, args, env, language, print } = terminal;
  if (asksForHelp(args, optionWords[language]('due'))) {
    print(words[language].usage);
    return 0;
  }
  const found = await findNewlyPublic(readProject(root, env));
  if (!tellAddresses(found, terminal, words[language].due)) return 1;
  // https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
  const output = env['GITHUB_OUTPUT'];
  if (output) await appendFile(output, `due=${String(found.addresses.length > 0)}\n`);
  return 0;
});
