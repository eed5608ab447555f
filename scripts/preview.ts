import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { readProject } from '#src/integration/project.ts';
import { runCommand, wholeNumber } from './run-command.ts';

await runCommand(async ({ root, args, env }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' }, host: { type: 'boolean', default: false } },
  });
  const { outDir } = readProject(root, env);
  const port = values.port === undefined ? {} : { port: wholeNumber('--port', values.port) };
  await preview({ root, outDir, server: { host: values.host, ...port } });
  return 0;
});
