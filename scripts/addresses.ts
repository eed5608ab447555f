import { optionWords } from '#src/command/option-words.ts';
import { asksForHelp } from '#src/command/options.ts';
import { recordAddresses } from '#src/integration/address-record.ts';
import { readProject } from '#src/integration/project.ts';
import { tellsOwner } from './lock-owner.ts';
import { runCommand } from './run-command.ts';
import { tellAddresses } from './tell-addresses.ts';

const words = {
  ja: {
    usage:
      'npm run addresses\n公開されている話のアドレスを content/addresses.yaml に書き足します。消すことはありません。',
    waiting: '別の npm run addresses が終わるのを待っています。',
    added: (count: number) =>
      count === 0
        ? 'addresses.yaml に書き足すアドレスはありません。'
        : `addresses.yaml に ${count} 件のアドレスを書き足しました。`,
    failed: 'addresses.yaml はそのままです。',
  },
  en: {
    usage:
      'npm run addresses\nAdds the addresses of what is public to content/addresses.yaml. It takes none away.',
    waiting: 'Waiting for another npm run addresses to finish.',
    added: (count: number) =>
      count === 0
        ? 'There is no address to add to addresses.yaml.'
        : `Added ${count} ${count === 1 ? 'address' : 'addresses'} to addresses.yaml.`,
    failed: 'addresses.yaml was left as it is.',
  },
};

await runCommand(async (terminal) => {
  const { root, args, env, language, print } = terminal;
  if (asksForHelp(args, optionWords[language]('addresses'))) {
    print(words[language].usage);
    return 0;
  }
  const onWait = tellsOwner(terminal, words[language].waiting);
  const found = await recordAddresses(readProject(root, env), onWait);
  if (tellAddresses(found, terminal, words[language].added)) return 0;
  print(words[language].failed);
  return 1;
});
