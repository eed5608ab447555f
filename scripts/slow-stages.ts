import type { Terminal } from './run-command.ts';

/** Milliseconds. Of what takes no longer nobody asks how far it is. */
const LONG = 3000;

/** Tells what takes long, while it does. */
export interface SlowStages<Stage> {
  readonly begin: (stage: Stage) => void;
  readonly end: () => void;
}

/** @param words - for each stage a sentence in the language of the terminal */
export function slowStages<Stage extends string>(
  { print }: Pick<Terminal, 'print'>,
  words: Readonly<Record<Stage, string>>,
): SlowStages<Stage> {
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(timer);
  };
  return {
    begin(stage) {
      end();
      timer = setTimeout(() => {
        print(words[stage]);
      }, LONG);
    },
    end,
  };
}
