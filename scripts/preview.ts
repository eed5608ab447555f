import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { optionWords } from '#src/command/option-words.ts';
import { ports, wholeNumber } from '#src/command/whole-number.ts';
import { readProject } from '#src/integration/project.ts';
import { runCommand } from './run-command.ts';

const words = {
  ja: { notBuilt: 'まだ書き出したサイトがありません。先に npm run build を打ってください。' },
  en: { notBuilt: 'There is no built site yet. Run npm run build first.' },
};

await runCommand(async ({ root, args, env, language, print }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' }, host: { type: 'boolean', default: false } },
  });
  const { outDir } = readProject(root, env);
  if (!existsSync(outDir)) {
    print(words[language].notBuilt);
    return 1;
  }
  const number = (text: string) =>
    wholeNumber('port', text, optionWords[language]('preview'), ports);
  const port = values.port === undefined ? {} : { port: number(values.port) };
  await preview({ root, outDir, server: { host: values.host, ...port } });
  return 0;
});
