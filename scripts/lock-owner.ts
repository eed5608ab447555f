import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import type { HeldLock } from '#src/integration/build-lock.ts';
import { shownPath } from './shown-path.ts';

const words = {
  ja: ({ path, pid }: HeldLock) =>
    `待っている相手はプロセス ${pid} です。それがこのプロジェクトのコマンドでなければ、${shownPath(path)} を消してください。`,
  en: ({ path, pid }: HeldLock) =>
    `It is process ${pid}. If that is no command of this project, delete ${shownPath(path)}.`,
};

/** Whom a command waits for, and the way out where another program has the id of one that was killed. */
export function tellOwner(held: HeldLock, language: FindingLanguage): string {
  return words[language](held);
}
