import { webIntent } from '#src/site/web-intent.ts';
import type { Announcement } from '../announcement.ts';
import type { Channel } from './channel.ts';
import type { Text } from '../text-for.ts';
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
        const link = webIntent(intentOf(text, announcement.address));
        show(announcement, { text: text.whole, link });
        return Promise.resolve({ kind: 'sent' } as const);
      };
      return Promise.resolve({ kind: 'ready', isRequest: false, send });
    },
  };
}

/**
 * What X makes the same text of: it puts an address that is named by itself behind the text, which
 * is not where every template has it.
 */
function intentOf({ whole, withoutAddress }: Text, address: string) {
  const bare = (text: string) => text.replace(/\s/gu, '');
  return bare(whole) === bare(withoutAddress + address)
    ? { text: withoutAddress, url: address }
    : { text: whole };
}
