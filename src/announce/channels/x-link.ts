import { webIntent } from '#src/site/web-intent.ts';
import type { Announcement } from '../announcement.ts';
import type { Channel } from './channel.ts';
import { xText } from './x-text.ts';

/** A text to post on X, and the address that opens X with it, ready to be posted. */
export interface XLink {
  readonly text: string;
  readonly link: string;
}

/**
 * Leaves it to the writer to post on X, which costs nothing (Web Intents,
 * https://docs.x.com/x-for-websites/tweet-button/guides/web-intent).
 *
 * @param show - shows it to them, for good
 */
export function createXLink(show: (announcement: Announcement, link: XLink) => void): Channel {
  return {
    name: 'x-link',
    prepare(announcement) {
      const text = xText(announcement);
      if (text === undefined) {
        return Promise.resolve({ kind: 'refused', reason: { what: 'too-long' } });
      }
      const send = () => {
        show(announcement, {
          text: text.whole,
          link: webIntent({ text: text.withoutAddress, url: announcement.address }),
        });
        return Promise.resolve({ kind: 'sent' } as const);
      };
      return Promise.resolve({ kind: 'ready', isRequest: false, send });
    },
  };
}
