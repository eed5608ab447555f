/**
 * Reads a packed file: compressed (RFC 1951, without a header), so that it is small on hosts that
 * compress nothing themselves.
 *
 * @throws TypeError where it is not
 */
export async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
