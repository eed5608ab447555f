import type { AnnounceSettings } from '#src/manuscript/manuscript.ts';
import { createBluesky } from './channels/bluesky.ts';
import { channelNames, type ChannelName, type Circumstances } from './channels/channel.ts';
import { createMastodon } from './channels/mastodon.ts';
import { createX } from './channels/x.ts';
import { createXLink, type XLink } from './channels/x-link.ts';
import type { Announcement } from './announcement.ts';
import type { LivePage } from './live-page.ts';
import type { OpenedChannel } from './run.ts';
import { readSecrets, secretNames } from './secrets.ts';

export interface ChannelOptions extends Circumstances {
  readonly settings: AnnounceSettings;
  readonly env: NodeJS.ProcessEnv;
  /** Address of the X API, ends with a slash. */
  readonly xService: string;
  readonly pageAt: (address: string) => Promise<LivePage>;
  readonly show: (announcement: Announcement, link: XLink) => void;
  readonly onSecret: (secret: string) => void;
}

/** The channels that are set up. */
export function channelsOf({ x, bluesky, mastodon }: AnnounceSettings): readonly ChannelName[] {
  const isSetUp: Readonly<Record<ChannelName, boolean>> = {
    bluesky: bluesky !== undefined,
    mastodon: mastodon !== undefined,
    x: x?.kind === 'api',
    'x-link': x?.kind === 'link',
  };
  return channelNames.filter((name) => isSetUp[name]);
}

/** A channel that is set up, with its secrets. */
export function openChannel(name: ChannelName, options: ChannelOptions): OpenedChannel {
  const { settings, env, xService: service } = options;
  switch (name) {
    case 'x-link':
      return { channel: createXLink(options.show) };
    case 'x': {
      const read = readSecrets(env, secretNames.x);
      return 'secrets' in read ? { channel: createX({ ...options, ...read, service }) } : read;
    }
    case 'bluesky': {
      const { bluesky } = settings;
      if (bluesky === undefined) throw new Error('bluesky is not set up');
      const read = readSecrets(env, secretNames.bluesky);
      return 'secrets' in read
        ? { channel: createBluesky({ ...options, ...read, ...bluesky }) }
        : read;
    }
    case 'mastodon': {
      const { mastodon } = settings;
      if (mastodon === undefined) throw new Error('mastodon is not set up');
      const read = readSecrets(env, secretNames.mastodon);
      return 'secrets' in read
        ? { channel: createMastodon({ ...options, ...read, ...mastodon }) }
        : read;
    }
  }
}
