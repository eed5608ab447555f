/**
 * Reads a packed file: compressed with gzip (RFC 1952), so that it is small on hosts that compress
 * nothing themselves.
 *
 * @throws TypeError where it is not
 */
export async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Reads a file of Pagefind's, which has a signature in front.
 *
 * @throws TypeError where it is not compressed, Error where it has another signature
 */
export async function unpackSigned(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const bytes = await unpack(packed);
  const signature = new TextDecoder().decode(bytes.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw new Error('not a file of Pagefind’s');
  return bytes.subarray(SIGNATURE.length);
}

const SIGNATURE = 'pagefind_dcd';
