import { randomBytes } from 'node:crypto';
import { field, judgePost, textField } from '../judge.ts';
import { send } from '../request.ts';
import type { SecretsOf } from '../secrets.ts';
import type { Channel, Circumstances } from './channel.ts';
import { authorization } from './oauth.ts';
import { xText } from './x-text.ts';

export interface XOptions extends Circumstances {
  readonly secrets: SecretsOf<'x'>;
  /** Address of the API, ends with a slash. */
  readonly service: string;
}

/** Posts by the X API v2 (https://docs.x.com/x-api/posts/create-post), which charges for each. */
export function createX({ secrets, service, timeLimit, clock }: XOptions): Channel {
  return {
    name: 'x',
    prepare(announcement) {
      const text = xText(announcement)?.whole;
      if (text === undefined) {
        return Promise.resolve({ kind: 'refused', reason: { what: 'too-long' } });
      }
      const url = new URL('2/tweets', service).href;
      const post = async () => {
        const signing = {
          consumerKey: secrets.TSUZUKI_X_API_KEY,
          consumerSecret: secrets.TSUZUKI_X_API_SECRET,
          token: secrets.TSUZUKI_X_ACCESS_TOKEN,
          tokenSecret: secrets.TSUZUKI_X_ACCESS_SECRET,
          nonce: randomBytes(16).toString('hex'),
          timestamp: Math.floor(clock() / 1000),
        };
        const headers = {
          authorization: authorization('POST', url, signing),
          'content-type': 'application/json',
        };
        const body = JSON.stringify({ text });
        const reply = await send({ method: 'POST', url, headers, body, timeLimit });
        return judgePost(reply, { now: clock(), made, isRepeated });
      };
      return Promise.resolve({ kind: 'ready', isRequest: true, send: post });
    },
  };
}

function made(json: unknown) {
  const id = textField(field(json, 'data'), 'id', /^\d{1,30}$/);
  return id === undefined ? undefined : { id, url: `https://x.com/i/web/status/${id}` };
}

/** X takes no text twice within some hours, and says so with a 403. */
function isRepeated(status: number, json: unknown): boolean {
  return status === 403 && /\bduplicate\b/i.test(JSON.stringify(json));
}
