import { existsSync } from 'node:fs';
import { preview } from 'astro';
import { readProject } from '#src/integration/project.ts';
import { runCommand } from './run-command.ts';
import { readServerRequest, serverOptions } from './server-request.ts';

const words = {
  ja: {
    usage: `npm run preview -- [指定]

書き出したサイトを、手元で見られるようにします。

${serverOptions.ja}`,
    notBuilt: 'まだ書き出したサイトがありません。先に npm run build を打ってください。',
  },
  en: {
    usage: `npm run preview -- [options]

Serves the built site on this machine.

${serverOptions.en}`,
    notBuilt: 'There is no built site yet. Run npm run build first.',
  },
};

await runCommand(async (terminal) => {
  const { root, env, language, print } = terminal;
  const server = readServerRequest(terminal, 'preview');
  if (server === 'help') {
    print(words[language].usage);
    return 0;
  }
  const { outDir } = readProject(root, env);
  if (!existsSync(outDir)) {
    print(words[language].notBuilt);
    return 1;
  }
  await preview({ root, outDir, server });
  return 0;
});
