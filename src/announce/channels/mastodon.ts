import { createHash } from 'node:crypto';
import type { Announcement } from '../announcement.ts';
import { judgePost, textField } from '../judge.ts';
import { send } from '../request.ts';
import type { SecretsOf } from '../secrets.ts';
import { textFor } from '../text-for.ts';
import { fitsMastodon } from '../weigh.ts';
import type { Channel, Circumstances } from './channel.ts';

export interface MastodonOptions extends Circumstances {
  readonly secrets: SecretsOf<'mastodon'>;
  /** Address of the server, ends with a slash. */
  readonly server: string;
}

/** Posts to Mastodon (https://docs.joinmastodon.org/methods/statuses/#create). */
export function createMastodon({ secrets, server, timeLimit, clock }: MastodonOptions): Channel {
  return {
    name: 'mastodon',
    prepare(announcement, earlier) {
      const status = mastodonText(announcement);
      if (status === undefined) {
        return Promise.resolve({ kind: 'refused', reason: { what: 'too-long' } });
      }
      const post = async () => {
        const reply = await send({
          method: 'POST',
          url: new URL('api/v1/statuses', server).href,
          headers: {
            authorization: `Bearer ${secrets.TSUZUKI_MASTODON_TOKEN}`,
            'content-type': 'application/json',
            'idempotency-key': idempotencyKey(announcement, earlier),
          },
          body: JSON.stringify({ status, language: languageOf(announcement) }),
          timeLimit,
        });
        return judgePost(reply, { now: clock(), made });
      };
      return Promise.resolve({ kind: 'ready', isRequest: true, send: post });
    },
  };
}

/** What is said on Mastodon. */
export function mastodonText(announcement: Announcement): string | undefined {
  const { address } = announcement;
  const fits = ({ whole }: { whole: string }) => fitsMastodon(whole, address);
  return textFor(announcement, { address, fits })?.whole;
}

/** With the same key, a server makes nothing new within an hour and answers with what it has. */
function idempotencyKey({ tagUri }: Announcement, earlier = ''): string {
  return createHash('sha256').update(`${tagUri} mastodon ${earlier}`.trim()).digest('hex');
}

/** ISO 639: Mastodon takes no regions. */
function languageOf({ language }: Announcement): string {
  return new Intl.Locale(language).language;
}

function made(json: unknown) {
  const id = textField(json, 'id', /^[\w-]{1,100}$/);
  const url = textField(json, 'url', /^https?:\/\/\S{1,500}$/);
  return id === undefined ? undefined : { id, ...(url === undefined ? {} : { url }) };
}
