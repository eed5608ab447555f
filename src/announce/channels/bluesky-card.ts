import type { Announcement } from '../announcement.ts';
import { cleanText } from '../clean-text.ts';
import { field } from '../judge.ts';
import type { LivePage } from '../live-page.ts';
import { jsonOf, send } from '../request.ts';
import type { Circumstances } from './channel.ts';

export interface BlueskySession {
  readonly kind: 'session';
  readonly did: string;
  readonly token: string;
}

export interface CardOptions extends Circumstances {
  readonly service: string;
  readonly pageAt: (address: string) => Promise<LivePage>;
}

/** What Bluesky takes for a picture (lexicon app.bsky.embed.external). */
const mostBytes = 1_000_000;

/**
 * The card under a post, from what the page says of itself. Without its picture where that cannot
 * be had: the post matters more.
 */
export function createBlueskyCards({ service, pageAt, timeLimit }: CardOptions) {
  return async ({ address, names }: Announcement, session: BlueskySession) => {
    const page = await pageAt(address);
    if (page.kind !== 'live') return { embed: undefined, lacksPicture: false };
    const { head } = page;
    const thumb = await thumbOf(head.image, address, session);
    const external = {
      uri: address,
      title: cleanText(head.title ?? names.headline),
      description: cleanText(head.description ?? ''),
      ...(thumb === undefined ? {} : { thumb }),
    };
    return {
      embed: { $type: 'app.bsky.embed.external', external },
      lacksPicture: head.image !== undefined && thumb === undefined,
    };
  };

  async function thumbOf(image: string | undefined, page: string, { token }: BlueskySession) {
    const url = image === undefined ? undefined : URL.parse(image, page)?.href;
    if (url === undefined || !/^https?:/.test(url)) return undefined;
    const picture = await send({ method: 'GET', url, timeLimit });
    if (picture.kind !== 'answer' || picture.status !== 200) return undefined;
    const { body } = picture;
    const type = /^image\/[\w.+-]+/.exec(picture.headers.get('content-type') ?? '')?.[0];
    if (body === undefined || body.length > mostBytes || type === undefined) return undefined;
    const reply = await send({
      method: 'POST',
      url: new URL('xrpc/com.atproto.repo.uploadBlob', service).href,
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
      timeLimit,
    });
    const blob =
      reply.kind === 'answer' && reply.status === 200 ? field(jsonOf(reply), 'blob') : undefined;
    return typeof blob === 'object' && blob !== null ? blob : undefined;
  }
}
