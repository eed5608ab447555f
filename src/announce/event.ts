import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import type { Announcement, Subject } from './announcement.ts';
import type { ChannelName } from './channels/channel.ts';
import type { XLink } from './channels/x-link.ts';
import type { EntryState } from './ledger.ts';
import type { Reason } from './outcome.ts';
import type { Held } from './plan.ts';
import type { Given } from './settle.ts';

/** Something that a run did, found or left, for its report. */
export type Event =
  | { readonly kind: 'no-channel' }
  | {
      readonly kind: 'first-run';
      readonly passed: number;
      readonly newest: string | undefined;
      readonly isDryRun: boolean;
    }
  | { readonly kind: 'channel-begun'; readonly channel: ChannelName; readonly passed: number }
  | { readonly kind: 'interrupted'; readonly episode: Subject; readonly channel: ChannelName }
  | ({ readonly kind: 'given' } & Given)
  | About<'settled-before', { readonly state: EntryState }>
  | {
      readonly kind: 'open';
      readonly channel: ChannelName;
      readonly episodes: readonly Subject[];
    }
  | { readonly kind: 'held'; readonly channel: ChannelName; readonly held: Held }
  | {
      readonly kind: 'no-secret';
      readonly channel: ChannelName;
      readonly missing: readonly string[];
      readonly unusable: readonly string[];
      readonly waiting: number;
    }
  | About<'would-send', { readonly text: string | undefined }>
  | {
      readonly kind: 'would-wait';
      readonly channel: ChannelName;
      /** Of the secrets that it lacks. */
      readonly names: readonly string[];
      readonly waiting: number;
    }
  | {
      readonly kind: 'not-live';
      readonly announcement: Announcement;
      readonly reason: Reason;
      readonly elsewhere: string | undefined;
    }
  | { readonly kind: 'link'; readonly announcement: Announcement; readonly link: XLink }
  | About<
      'sent',
      {
        readonly url: string | undefined;
        readonly isRepeated: boolean;
        readonly lacksPicture: boolean;
      }
    >
  | About<'refused' | 'unsent' | 'unknown', { readonly reason: Reason }>
  | About<'limited', { readonly until: EpochMilliseconds }>
  | About<'unrecorded'>
  /** The ledger says something else of it than when this run began. */
  | About<'settled-meanwhile'>
  /** The channel is left alone for the rest of the run. */
  | { readonly kind: 'left'; readonly channel: ChannelName; readonly waiting: number }
  | { readonly kind: 'nothing' };

type About<Kind extends string, More = unknown> = {
  readonly kind: Kind;
  readonly announcement: Announcement;
  readonly channel: ChannelName;
} & More;

/** Whether something that should have gone out has not, or may not have. */
export function isAmiss({ kind }: Event): boolean {
  return amiss.has(kind);
}

const amiss: ReadonlySet<Event['kind']> = new Set<Event['kind']>([
  'interrupted',
  'open',
  'settled-before',
  'held',
  'no-secret',
  'not-live',
  'refused',
  'unsent',
  'unknown',
  'limited',
  'unrecorded',
  'left',
]);
