import { setTimeout as sleep } from 'node:timers/promises';
import type { Reason } from './outcome.ts';
import { send } from './request.ts';
import { sharedAddress } from './shared-address.ts';
import { readPageHead, type PageHead } from './page-head.ts';

/** What stands at an address that readers are about to be sent to. */
export type LivePage =
  | { readonly kind: 'live'; readonly head: PageHead }
  /** `elsewhere`: the address that it leads to. */
  | { readonly kind: 'absent'; readonly reason: Reason; readonly elsewhere?: string | undefined };

export interface LiveOptions {
  /** Milliseconds for each request. */
  readonly timeLimit: number;
  /** Milliseconds for which pages that are not there are waited for, all together. */
  readonly patience: number;
  /** Waits for some milliseconds. */
  readonly pause?: (duration: number) => Promise<unknown>;
}

/**
 * Looks whether a page is there: it answers 200 at its very address and is not the stub that a
 * former address has. A page that is not there is asked for again after growing pauses, since what
 * was deployed takes a while to be everywhere. Each address is looked at once in a run.
 */
export function createLivePages({
  timeLimit,
  patience,
  pause = sleep,
}: LiveOptions): (address: string) => Promise<LivePage> {
  const known = new Map<string, LivePage>();
  let left = patience;
  const look = async (address: string): Promise<LivePage> => {
    for (let wait = firstPause; ; wait = Math.min(longestPause, wait * 2)) {
      const begin = performance.now();
      const page = await lookOnce(address, timeLimit);
      if (page.kind === 'live') return page;
      left -= performance.now() - begin;
      if (left <= 0) return page;
      const duration = Math.min(wait, left);
      left -= duration;
      await pause(duration);
    }
  };
  return async (address) => {
    const page = known.get(address) ?? (await look(address));
    known.set(address, page);
    return page;
  };
}

const firstPause = 1000;
const longestPause = 30_000;

async function lookOnce(address: string, timeLimit: number): Promise<LivePage> {
  // What a cache on the way holds may be the answer from before the page was there.
  const headers = { accept: 'text/html', 'cache-control': 'no-cache' };
  const reply = await send({ method: 'GET', url: address, headers, timeLimit });
  if (reply.kind !== 'answer') return { kind: 'absent', reason: reply.reason };
  const { status, body } = reply;
  if (status !== 200) {
    const location = reply.headers.get('location');
    const elsewhere = location === null ? undefined : URL.parse(location, address)?.href;
    return { kind: 'absent', reason: { what: 'status', status }, elsewhere };
  }
  if (body === undefined) return { kind: 'absent', reason: { what: 'unanswered' } };
  const head = readPageHead(body.toString('utf8'));
  const { canonical } = head;
  const named = canonical === undefined ? address : URL.parse(canonical, address)?.href;
  return named !== undefined && sharedAddress(named) === sharedAddress(address)
    ? { kind: 'live', head }
    : { kind: 'absent', reason: { what: 'status', status }, elsewhere: canonical };
}
