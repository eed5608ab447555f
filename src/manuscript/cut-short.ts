/**
 * Whether a JPEG, PNG, GIF or WebP file ends before its image does, as one that was not copied to
 * its end. Anything else counts as whole.
 */
export function isCutShort(bytes: Buffer): boolean {
  const begin = bytes.toString('latin1', 0, 12);
  // Pictures within it, such as a camera's preview, have an end of their own.
  if (begin.startsWith('\u00FF\u00D8\u00FF')) return !bytes.subarray(-1024).includes(END_OF_JPEG);
  if (begin.startsWith('\u0089PNG')) return !bytes.includes('IEND');
  if (begin.startsWith('GIF8')) return bytes.at(-1) !== END_OF_GIF;
  const isWebp = begin.startsWith('RIFF') && begin.endsWith('WEBP');
  return isWebp && bytes.length < bytes.readUInt32LE(4) + 8;
}

const END_OF_JPEG = Buffer.of(0xff, 0xd9);
const END_OF_GIF = 0x3b;
