import type { Announcement } from './announcement.ts';
import { blueskyText } from './channels/bluesky-text.ts';
import type { ChannelName } from './channels/channel.ts';
import { mastodonText } from './channels/mastodon.ts';
import { xText } from './channels/x-text.ts';

/** What is said in each channel; undefined where it cannot be made short enough. */
export const announcementText: Readonly<
  Record<ChannelName, (announcement: Announcement) => string | undefined>
> = {
  bluesky: (announcement) => blueskyText(announcement)?.text,
  mastodon: mastodonText,
  x: (announcement) => xText(announcement)?.whole,
  'x-link': (announcement) => xText(announcement)?.whole,
};
