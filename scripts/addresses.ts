import { parseArgs } from 'node:util';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { reportText } from '#src/diagnostics/report-text.ts';
import { recordAddresses } from '#src/integration/address-record.ts';
import { readProject } from '#src/integration/project.ts';
import { runCommand } from './run-command.ts';
import { shownPath } from './shown-path.ts';

const words = {
  ja: {
    usage:
      'npm run addresses\n公開されている話のアドレスを content/addresses.yaml に書き足します。消すことはありません。',
    waiting: '別の npm run addresses が終わるのを待っています。',
    added: (count: number) => `addresses.yaml に ${count} 件のアドレスを書き足しました。`,
    none: 'addresses.yaml に書き足すアドレスはありません。',
    failed: 'addresses.yaml はそのままです。',
  },
  en: {
    usage:
      'npm run addresses\nAdds the addresses of what is public to content/addresses.yaml. It takes none away.',
    waiting: 'Waiting for another npm run addresses to finish.',
    added: (count: number) =>
      `Added ${count} ${count === 1 ? 'address' : 'addresses'} to addresses.yaml.`,
    none: 'There is no address to add to addresses.yaml.',
    failed: 'addresses.yaml was left as it is.',
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
  const { findings, addresses } = await recordAddresses(project, () => {
    print(words[language].waiting);
  });
  if (hasErrors(findings)) {
    print(reportText(findings, { contentPath: shownPath(project.contentDir), language, color }));
    print(words[language].failed);
    return 1;
  }
  for (const { address } of addresses) print(address);
  print(addresses.length === 0 ? words[language].none : words[language].added(addresses.length));
  return 0;
});
