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
 * Sends a request. Errors are told by their names alone: their messages may hold what was sent.
 * Never throws.
 */
export async function send({ method, url, headers, body, timeLimit }: Request): Promise<Reply> {
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      // A connection that was kept may be closed by the other side just when it is used again.
      headers: { ...headers, connection: 'close' },
      body: body instanceof Uint8Array ? new Uint8Array(body) : (body ?? null),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimit),
    });
  } catch (error) {
    const detail = nameOf(error);
    const what = unreached.test(detail) ? 'unreachable' : 'unanswered';
    return { kind: what, reason: { what, detail } };
  }
  const { status } = response;
  return { kind: 'answer', status, headers: response.headers, body: await bodyOf(response) };
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

async function bodyOf(response: Response): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
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

/** Errors of looking up a name, of connecting, and of agreeing on encryption: before the request. */
const unreached =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|ENETUNREACH|EHOSTUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|(?:UNABLE_TO|CERT|SELF_SIGNED|DEPTH_ZERO|ERR_TLS|ERR_SSL|EPROTO|ERR_INVALID)\w*|HOSTNAME_MISMATCH)$/;

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  if (error.name === 'TimeoutError') return 'timeout';
  if (cause instanceof AggregateError) return codeOf(cause) ?? codeOf(cause.errors[0]) ?? 'unknown';
  return codeOf(cause) ?? codeOf(error) ?? 'unknown';
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return /^[\w-]{1,60}$/.test(code) ? code : undefined;
}
