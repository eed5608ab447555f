import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';

/** What became of a request to post something. */
export type Outcome =
  /** It is public. `isRepeated`: the service says that it had the same text already. */
  | {
      readonly kind: 'sent';
      readonly id?: string | undefined;
      readonly url?: string | undefined;
      readonly isRepeated?: boolean;
    }
  | NotPosted
  /** It may be public or not: nobody but the writer can tell. */
  | { readonly kind: 'unknown'; readonly reason: Reason };

/** It certainly is not public, and may be tried again. */
export type NotPosted =
  /** The service answered that it does not take it. */
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** It never got as far as asking. */
  | { readonly kind: 'unsent'; readonly reason: Reason }
  /** The service wants to be left alone until then. */
  | { readonly kind: 'limited'; readonly until: EpochMilliseconds };

/** Why something went wrong, without anything secret. */
export interface Reason {
  readonly what:
    /** The service answered with that status. */
    | 'status'
    /** It was not reached. */
    | 'unreachable'
    /** It was reached, and then no answer came. */
    | 'unanswered'
    /** It answered that all is well, and not with what such an answer holds. */
    | 'nonsense'
    /** The text cannot be made short enough. */
    | 'too-long';
  readonly status?: number | undefined;
  /** In the words of the service, or the name of an error: on one line. */
  readonly detail?: string | undefined;
}

/** A reason as the ledger keeps it: `401 The access token is invalid`, `timeout`. */
export function reasonText({ what, status, detail }: Reason): string {
  const told = [status, detail].filter((part) => part !== undefined).join(' ');
  return told === '' ? what : told;
}
