import { createHmac } from 'node:crypto';
import { strictlyEncoded } from '../secrets.ts';

export interface Signing {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly token: string;
  readonly tokenSecret: string;
  /** Never the same twice. */
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/**
 * The Authorization header of a request in the name of a user: OAuth 1.0a with HMAC-SHA1 (RFC
 * 5849, section 3.4). A body of JSON is no part of what is signed.
 */
export function authorization(method: string, url: string, signing: Signing): string {
  const { origin, pathname, searchParams } = new URL(url);
  const own = {
    oauth_consumer_key: signing.consumerKey,
    oauth_nonce: signing.nonce,
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(signing.timestamp),
    oauth_token: signing.token,
    oauth_version: '1.0',
  };
  const parameters = [...Object.entries(own), ...searchParams]
    .map(([name, value]) => `${strictlyEncoded(name)}=${strictlyEncoded(value)}`)
    .toSorted()
    .join('&');
  const base = [method, origin + pathname, parameters].map(strictlyEncoded).join('&');
  const key = [signing.consumerSecret, signing.tokenSecret].map(strictlyEncoded).join('&');
  const signature = createHmac('sha1', key).update(base).digest('base64');
  const fields = Object.entries({ ...own, oauth_signature: signature })
    .map(([name, value]) => `${name}="${strictlyEncoded(value)}"`)
    .toSorted();
  return `OAuth ${fields.join(', ')}`;
}
