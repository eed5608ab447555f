import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';

/**
 * Reads a file of Pagefind's: compressed with gzip (RFC 1952), with a signature in front.
 *
 * @throws Error where it is not compressed, or has another signature
 */
export async function unpackSigned(packed: Uint8Array): Promise<Uint8Array> {
  const bytes = await promisify(gunzip)(packed);
  const signature = bytes.subarray(0, SIGNATURE.length).toString('latin1');
  if (signature !== SIGNATURE) throw new Error('not a file of Pagefind’s');
  return bytes.subarray(SIGNATURE.length);
}

const SIGNATURE = 'pagefind_dcd';
