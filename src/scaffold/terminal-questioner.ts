import { createInterface, type Interface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Questioner } from './questioner.ts';
import { Cancelled } from './cancelled.ts';

/** A questioner that must be closed for the process to end. */
export interface TerminalQuestioner extends Questioner {
  readonly close: () => void;
}

/**
 * Asks at a terminal, which is left alone until the first question. Lines that come before they
 * are asked for are kept.
 */
export function openTerminal(input: Readable, output: Writable): TerminalQuestioner {
  let opened: { terminal: Interface; lines: AsyncIterator<string>; isClosed: boolean } | undefined;
  const open = () => {
    const terminal = createInterface({ input, output });
    const state = { terminal, lines: terminal[Symbol.asyncIterator](), isClosed: false };
    terminal.once('close', () => {
      state.isClosed = true;
    });
    return state;
  };
  return {
    async ask(question) {
      opened ??= open();
      const { terminal, lines } = opened;
      if (!opened.isClosed) {
        terminal.setPrompt(question);
        terminal.prompt();
      }
      // Ctrl-C and Ctrl-D close the terminal, and with it the lines.
      const line = await lines.next();
      if (line.done === true) {
        output.write('\n');
        throw new Cancelled();
      }
      return line.value.trim();
    },
    tell(text) {
      output.write(`${text}\n`);
    },
    close() {
      opened?.terminal.close();
    },
  };
}
