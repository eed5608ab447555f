import { expect, it } from 'vitest';
import { Refusal } from '#src/command/refusal.ts';
import type { Terminal } from '../../../scripts/run-command.ts';
import { readServerRequest } from '../../../scripts/server-request.ts';

const read = (...args: string[]) => {
  const terminal: Terminal = {
    ...{ root: '/', args, env: {}, language: 'en', color: false },
    print: () => undefined,
  };
  return readServerRequest(terminal, 'dev');
};

it.each([
  [[], { host: false }],
  [['--port', '4000', '--host'], { host: true, port: 4000 }],
  [['--port=0'], { host: false, port: 0 }],
  [['-h', '--port', 'abc'], 'help'],
])('where to listen is asked for by %j', (args, request) => {
  expect(read(...args)).toEqual(request);
});

it.each([[['--port']], [['--port', '99999']], [['--host=here']], [['4000']]])(
  'is refused: %j',
  (args) => {
    expect(() => read(...args)).toThrow(Refusal);
  },
);
