import { request as requestPlainly, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSecurely } from 'node:https';
import type { Reason } from './outcome.ts';

/** One request to a service; it is never repeated, and leads nowhere but to its address. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  /** Milliseconds until the answer must have come whole. */
  readonly timeLimit: number;
}

export type Reply =
  | Answer
  /** No byte of the request can have been taken by anybody. */
  | { readonly kind: 'unreachable'; readonly reason: Reason }
  /** The request may have been taken. */
  | { readonly kind: 'unanswered'; readonly reason: Reason };

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Headers;
  /** Undefined where it did not come whole, or is larger than anything that is asked for. */
  readonly body: Buffer | undefined;
}

/** More than any card or answer has. */
const mostBytes = 8 * 1024 * 1024;

/**
 * Sends a request, on a connection of its own and once. Nothing of it is written before there is a
 * connection, encrypted where it is to be: what fails before that has not left. Errors are told by
 * their names alone: their messages may hold what was sent. Never throws.
 */
export async function send(request: Request): Promise<Reply> {
  const signal = AbortSignal.timeout(request.timeLimit);
  const progress = { mayHaveLeft: false };
  const onLeave = () => {
    progress.mayHaveLeft = true;
  };
  try {
    const message = await exchange(request, { signal, onLeave });
    return {
      kind: 'answer',
      status: message.statusCode ?? 0,
      headers: headersOf(message),
      body: await bodyOf(message),
    };
  } catch (error) {
    const what = progress.mayHaveLeft ? 'unanswered' : 'unreachable';
    return { kind: what, reason: { what, detail: signal.aborted ? 'timeout' : nameOf(error) } };
  }
}

/** What is in an answer's body, where it is JSON; undefined otherwise. */
export function jsonOf({ body }: Answer): unknown {
  try {
    return body && JSON.parse(body.toString('utf8'));
  } catch {
    // Not JSON: what an answer should have been is told by who asked.
    return undefined;
  }
}

interface Exchange {
  readonly signal: AbortSignal;
  /** Called before the first byte may leave. */
  readonly onLeave: () => void;
}

function exchange(
  { method, url, headers, body }: Request,
  { signal, onLeave }: Exchange,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const isSecure = new URL(url).protocol === 'https:';
    const options: RequestOptions = {
      method,
      headers: { ...usualHeaders, ...headers },
      // A connection that was kept may be closed by the other side just when it is used again.
      agent: false,
      signal,
    };
    const request = isSecure ? requestSecurely(url, options) : requestPlainly(url, options);
    request.once('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        onLeave();
        request.end(body);
      });
    });
    request.once('response', resolve);
    request.on('error', reject);
    // Neither an answer nor an error: it was answered by another protocol.
    request.once('close', () => {
      reject(new Error('closed'));
    });
  });
}

const usualHeaders = {
  accept: '*/*',
  'accept-encoding': 'identity',
  connection: 'close',
  'user-agent': 'tsuzuki',
};

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes) return undefined;
    }
  } catch {
    // Cut off, or too slow: the status has come, and is what counts.
    return undefined;
  }
  return Buffer.concat(chunks);
}

function nameOf(error: unknown): string {
  // Of several addresses that a name has, each may have failed in its own way.
  if (error instanceof AggregateError) return codeOf(error) ?? codeOf(error.errors[0]) ?? 'unknown';
  return codeOf(error) ?? 'unknown';
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return /^[\w-]{1,60}$/.test(code) ? code : undefined;
}
