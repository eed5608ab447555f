import { readProject } from '#src/integration/project.ts';
import { begin } from '#src/scaffold/begin.ts';
import { openTerminal } from '#src/scaffold/terminal-questioner.ts';
import { runCommand } from './run-command.ts';
import { shownPath } from './shown-path.ts';

await runCommand(async ({ root, args, env, language, print }) => {
  const { contentDir, now } = readProject(root, env);
  const { stdin, stdout } = process;
  const terminal = stdin.isTTY && stdout.isTTY ? openTerminal(stdin, stdout) : undefined;
  try {
    const place = { contentDir, language, now, show: shownPath, questioner: terminal };
    const { exitCode, message } = await begin(args, place);
    print(message);
    return exitCode;
  } finally {
    terminal?.close();
  }
});
