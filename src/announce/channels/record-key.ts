import { createHash } from 'node:crypto';
import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';

/**
 * The name of a post in its author's repository (TID, https://atproto.com/specs/tid): the moment at
 * which an episode came out, and where a clock has microseconds and a number of its own, thirty bits
 * of what the post is about. So a post that is there already cannot be made again, even by a run
 * that has lost its ledger.
 *
 * @param date - of the episode; before 1970 it counts as 1970
 */
export function recordKey(date: EpochMilliseconds, about: string): string {
  const hash = createHash('sha256').update(about).digest();
  const microseconds = BigInt(hash.readUInt32BE(0)) % 1_000_000n;
  const seconds = BigInt(Math.max(0, Math.floor(date / 1000)));
  const clock = BigInt(hash.readUInt16BE(4)) % 1024n;
  let rest = ((seconds * 1_000_000n + microseconds) << 10n) | clock;
  let key = '';
  for (let digit = 0; digit < 13; digit += 1) {
    key = digits.charAt(Number(rest % 32n)) + key;
    rest /= 32n;
  }
  return key;
}

const digits = '234567abcdefghijklmnopqrstuvwxyz';
