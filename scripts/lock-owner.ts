import type { HeldLock, LockOptions } from '#src/integration/build-lock.ts';
import type { Terminal } from './run-command.ts';
import { shownPath } from './shown-path.ts';

const words = {
  ja: ({ path, pid }: HeldLock) =>
    `待っている相手はプロセス ${pid} です。それがこのプロジェクトのコマンドでなければ、${shownPath(path)} を消してください。`,
  en: ({ path, pid }: HeldLock) =>
    `It is process ${pid}. If that is no command of this project, delete ${shownPath(path)}.`,
};

/**
 * Tells that a command waits, for whom, and the way out where another program has the id of a command
 * that was killed.
 *
 * @param waiting - what it waits for, as a sentence in the language of the terminal
 */
export function tellsOwner(
  { print, language }: Pick<Terminal, 'print' | 'language'>,
  waiting: string,
): LockOptions['onWait'] {
  return (held) => {
    print(waiting);
    print(words[language](held));
  };
}
