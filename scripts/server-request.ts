import { optionWords } from '#src/command/option-words.ts';
import { readOptionsAlone } from '#src/command/options.ts';
import { ports, wholeNumber } from '#src/command/whole-number.ts';
import type { Terminal } from './run-command.ts';

/** Where a server of a command is to listen. */
export interface ServerRequest {
  /** Whether other machines of the network may ask. */
  readonly host: boolean;
  readonly port?: number;
}

/** What such a command says of its options. */
export const serverOptions = {
  ja: `  --port 4000  ポートの番号
  --host       同じネットワークの、ほかの端末からも見る
`,
  en: `  --port 4000  the number of its port
  --host       to other machines of the network as well
`,
};

/**
 * Reads the arguments of a command that serves the site.
 *
 * @param command - behind `npm run`
 * @throws Refusal where they do not make sense
 */
export function readServerRequest(
  { args, language }: Terminal,
  command: string,
): ServerRequest | 'help' {
  const options = {
    port: { type: 'string' },
    host: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const optionsAmiss = optionWords[language](command, () => '4000');
  const { text, isOn } = readOptionsAlone(args, options, optionsAmiss);
  if (isOn('help')) return 'help';
  const port = text('port');
  return {
    host: isOn('host'),
    ...(port === undefined ? {} : { port: wholeNumber('port', port, optionsAmiss, ports) }),
  };
}
