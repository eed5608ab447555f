import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import type { NotPosted, Outcome, Reason } from './outcome.ts';
import { resetOf } from './rate-limit.ts';
import { jsonOf, type Answer, type Reply } from './request.ts';

/** How a service answers. */
export interface Judgement {
  readonly now: EpochMilliseconds;
  /** What was made, from the JSON of an answer that all is well; undefined where it is not that. */
  readonly made: (json: unknown) => { readonly id: string; readonly url?: string } | undefined;
  /** Whether a refusal means that the service has the same text already. */
  readonly isRepeated?: (status: number, json: unknown) => boolean;
}

/** What became of a request that would make a post public. */
export function judgePost(reply: Reply, { now, made, isRepeated }: Judgement): Outcome {
  switch (reply.kind) {
    case 'unreachable':
      return { kind: 'unsent', reason: reply.reason };
    case 'unanswered':
      return { kind: 'unknown', reason: reply.reason };
    case 'answer': {
      const { status } = reply;
      const json = jsonOf(reply);
      if (status >= 200 && status < 300) {
        const post = made(json);
        return post === undefined
          ? { kind: 'unknown', reason: { what: 'nonsense', status } }
          : { kind: 'sent', ...post };
      }
      if (status === 429) return { kind: 'limited', until: resetOf(reply.headers, now) };
      const reason = reasonOf(reply);
      if (!isDefinite(status)) return { kind: 'unknown', reason };
      return isRepeated?.(status, json) === true
        ? { kind: 'sent', isRepeated: true }
        : { kind: 'refused', reason };
    }
  }
}

/** Why a request that makes nothing public, such as one for a session, was of no use. */
export function judgeFailure(reply: Reply, now: EpochMilliseconds): NotPosted {
  if (reply.kind !== 'answer') return { kind: 'unsent', reason: reply.reason };
  const { status } = reply;
  if (status === 429) return { kind: 'limited', until: resetOf(reply.headers, now) };
  if (status < 300) return { kind: 'unsent', reason: { what: 'nonsense', status } };
  const kind = isDefinite(status) ? 'refused' : 'unsent';
  return { kind, reason: reasonOf(reply) };
}

/**
 * Whether a status says that nothing was done: the request leads elsewhere or was at fault. One
 * that came too slowly (408) or that meets another (409) may have been taken, as may whatever ends
 * in a fault of the service.
 */
function isDefinite(status: number): boolean {
  return status >= 300 && status < 500 && status !== 408 && status !== 409;
}

function reasonOf(answer: Answer): Reason {
  return { what: 'status', status: answer.status, detail: saidBy(jsonOf(answer)) };
}

/** What a service says of a refusal. */
function saidBy(json: unknown): string | undefined {
  return ['detail', 'message', 'error_description', 'error', 'title']
    .map((name) => field(json, name))
    .find((value) => typeof value === 'string');
}

/** A field of a JSON object; undefined where there is none. */
export function field(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, name)
    ? (json as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** A field that holds text which a pattern fits. */
export function textField(json: unknown, name: string, pattern: RegExp): string | undefined {
  const value = field(json, name);
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
