/**
 * Loaded before a command (`node --import`): ends the process as nothing else does, by SIGKILL,
 * before or behind one of the calls by which it leaves a trace. KILL_AT counts them, two for each
 * call, from 0; KILL_BEFORE and KILL_BEHIND name a request by a part of its address.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { KILL_AT, KILL_BEFORE, KILL_BEHIND } = process.env;
let step = 0;

function pass(): void {
  if (KILL_AT !== undefined && step === Number(KILL_AT)) kill();
  step += 1;
}

function kill(): void {
  process.kill(process.pid, 'SIGKILL');
}

type Call = (...args: never[]) => unknown;

function wrap(holder: object, name: string): void {
  const original = Reflect.get(holder, name) as Call;
  const wrapped = (...args: never[]) => {
    pass();
    const result = original.apply(holder, args);
    if (result instanceof Promise) return result.finally(pass);
    pass();
    return result;
  };
  Reflect.set(holder, name, wrapped);
}

for (const name of ['openSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'renameSync']) {
  wrap(fs, name);
}
wrap(fs, 'appendFileSync');
for (const name of ['writeFile', 'link', 'rm']) wrap(fs.promises, name);
syncBuiltinESMExports();

const { fetch } = globalThis;
globalThis.fetch = async (input, init) => {
  const address = input instanceof Request ? input.url : input.toString();
  pass();
  if (KILL_BEFORE !== undefined && address.includes(KILL_BEFORE)) kill();
  const response = await fetch(input, init);
  if (KILL_BEHIND !== undefined && address.includes(KILL_BEHIND)) kill();
  pass();
  return response;
};
