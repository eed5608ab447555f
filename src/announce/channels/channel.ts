import type { Announcement } from '../announcement.ts';
import type { NotPosted, Outcome } from '../outcome.ts';

/** In the order in which they are served: what a person is left to do themselves comes last. */
export const channelNames = ['bluesky', 'mastodon', 'x', 'x-link'] as const;
export type ChannelName = (typeof channelNames)[number];

/** A way by which an announcement gets to readers. */
export interface Channel {
  readonly name: ChannelName;
  /**
   * Does all that makes nothing public.
   *
   * @param earlier - the id of a post of the same announcement that this one is to follow
   */
  readonly prepare: (announcement: Announcement, earlier?: string) => Promise<Ready | NotPosted>;
}

/** A post that only has to be sent. */
export interface Ready {
  readonly kind: 'ready';
  /** Sends the one request after which it is public. */
  readonly send: () => Promise<Outcome>;
  /** Whether there is such a request; what is only printed may be printed again. */
  readonly isRequest: boolean;
  /** The page has a picture for its card, and it could not be had. */
  readonly lacksPicture?: boolean;
}

/** The most that a channel waits for an answer, and what time it is. */
export interface Circumstances {
  /** Milliseconds. */
  readonly timeLimit: number;
  /** Epoch milliseconds: services refuse what is signed at another time than theirs. */
  readonly clock: () => number;
}
