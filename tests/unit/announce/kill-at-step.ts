/**
 * Loaded before a command (`node --import`): ends the process as nothing else does, by SIGKILL,
 * before or behind one of the calls by which it leaves a trace. KILL_AT counts them, two for each
 * call, from 0; KILL_BEFORE and KILL_BEHIND name a request by a part of its address.
 */
import fs from 'node:fs';
import http from 'node:http';
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

type Call = (...args: unknown[]) => unknown;

/** Files of an announcement that are open: others, such as Node's own, do not count. */
const open = new Set<unknown>();

function counts(target: unknown): boolean {
  const { TSUZUKI_CONTENT = '' } = process.env;
  const isOurs = typeof target === 'string' && /announce|summary/.test(target);
  return open.has(target) || isOurs || target === TSUZUKI_CONTENT;
}

function wrap(holder: object, name: string): void {
  const original = Reflect.get(holder, name) as Call;
  const wrapped: Call = (...args) => {
    if (!counts(args[0])) return original.apply(holder, args);
    pass();
    const result = original.apply(holder, args);
    if (name === 'openSync') open.add(result);
    if (name === 'closeSync') open.delete(args[0]);
    if (result instanceof Promise) return result.finally(pass);
    pass();
    return result;
  };
  Reflect.set(holder, name, wrapped);
}

const calls = ['openSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'renameSync'];
for (const name of [...calls, 'appendFileSync']) wrap(fs, name);
for (const name of ['writeFile', 'link', 'rm']) wrap(fs.promises, name);

const { request: original } = http;
http.request = ((address: string, options: http.RequestOptions) => {
  pass();
  if (KILL_BEFORE !== undefined && address.includes(KILL_BEFORE)) kill();
  const request = original(address, options);
  return request.prependOnceListener('response', () => {
    if (KILL_BEHIND !== undefined && address.includes(KILL_BEHIND)) kill();
    pass();
  });
}) as typeof http.request;
syncBuiltinESMExports();
