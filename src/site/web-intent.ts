/**
 * An address that opens X with a post ready to be sent
 * (https://developer.x.com/en/docs/x-for-websites/web-intents/overview).
 *
 * @param url - absolute; stands behind the text in the post, where there is one
 */
export function webIntent({
  text,
  url,
}: {
  readonly text: string;
  readonly url?: string | undefined;
}): string {
  const query = [`text=${encodeURIComponent(text)}`];
  if (url !== undefined) query.push(`url=${encodeURIComponent(url)}`);
  return `https://x.com/intent/post?${query.join('&')}`;
}
