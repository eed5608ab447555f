import { blueskyProfile } from '#src/site/accounts.ts';
import { judgeFailure, judgePost, textField } from '../judge.ts';
import type { LivePage } from '../live-page.ts';
import type { NotPosted } from '../outcome.ts';
import { jsonOf, send } from '../request.ts';
import type { SecretsOf } from '../secrets.ts';
import { createBlueskyCards, type BlueskySession } from './bluesky-card.ts';
import { blueskyText, linkFacet } from './bluesky-text.ts';
import type { Channel, Circumstances } from './channel.ts';
import { recordKey } from './record-key.ts';

export interface BlueskyOptions extends Circumstances {
  readonly secrets: SecretsOf<'bluesky'>;
  readonly handle: string;
  /** Address of the service, ends with a slash. */
  readonly service: string;
  /** The page that an announcement is about, for its card. */
  readonly pageAt: (address: string) => Promise<LivePage>;
  /** What a session brings is a secret as well. */
  readonly onSecret: (secret: string) => void;
}

/** Posts to Bluesky (https://docs.bsky.app/docs/advanced-guides/posts), with a card. */
export function createBluesky(options: BlueskyOptions): Channel {
  const { service, timeLimit, clock } = options;
  const cardOf = createBlueskyCards(options);
  let session: BlueskySession | undefined;
  return {
    name: 'bluesky',
    async prepare(announcement, earlier = '') {
      const said = blueskyText(announcement);
      if (said === undefined) return { kind: 'refused', reason: { what: 'too-long' } };
      const open = session ?? (await login(options));
      if (open.kind !== 'session') return open;
      session = open;
      const { did, token } = open;
      const { embed, lacksPicture } = await cardOf(announcement, open);
      const rkey = recordKey(announcement.date, `${announcement.tagUri} ${earlier}`.trim());
      const post = async () => {
        const record = {
          $type: 'app.bsky.feed.post',
          text: said.text,
          facets: [linkFacet(said, announcement.address)],
          langs: [announcement.language],
          createdAt: new Date(clock()).toISOString(),
          ...(embed === undefined ? {} : { embed }),
        };
        const reply = await send({
          method: 'POST',
          url: new URL('xrpc/com.atproto.repo.createRecord', service).href,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ repo: did, collection: 'app.bsky.feed.post', rkey, record }),
          timeLimit,
        });
        return judgePost(reply, { now: clock(), made: (json) => made(json, options.handle) });
      };
      return { kind: 'ready', isRequest: true, send: post, lacksPicture };
    },
  };
}

async function login(options: BlueskyOptions): Promise<BlueskySession | NotPosted> {
  const { secrets, handle, service, timeLimit, clock, onSecret } = options;
  const reply = await send({
    method: 'POST',
    url: new URL('xrpc/com.atproto.server.createSession', service).href,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: handle, password: secrets.TSUZUKI_BLUESKY_PASSWORD }),
    timeLimit,
  });
  const json = reply.kind === 'answer' && reply.status === 200 ? jsonOf(reply) : undefined;
  const did = textField(json, 'did', /^did:[\w:.%-]{1,300}$/);
  const token = textField(json, 'accessJwt', /^[\x21-\x7E]{1,10000}$/);
  if (did === undefined || token === undefined) return judgeFailure(reply, clock());
  onSecret(token);
  return { kind: 'session', did, token };
}

function made(json: unknown, handle: string) {
  const id = textField(json, 'uri', /^at:\/\/[\w:.%~/-]{1,500}$/);
  const key = /\/app\.bsky\.feed\.post\/([\w.~-]+)$/.exec(id ?? '')?.[1];
  if (id === undefined || key === undefined) return undefined;
  return { id, url: `${blueskyProfile(handle)}/post/${key}` };
}
