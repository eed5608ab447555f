import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import { decode } from './decode.ts';

/** A file of text as it was read. */
export interface SourceFile {
  /** Relative to the content folder, with forward slashes. */
  readonly path: string;
  /** SHA-256 of the whole file, in hexadecimal digits. */
  readonly digest: string;
  /** Without byte order mark, lines end in LF. */
  readonly text: string;
}

/** A file of text, or why it is none. */
export type ReadSource = { readonly file: SourceFile } | { readonly finding: Finding };

/** Reads a file of text, or tells why it is none. */
export async function readSourceFile(contentDir: string, path: string): Promise<ReadSource> {
  try {
    return sourceOf(path, await readFile(join(contentDir, path)));
  } catch (error) {
    return { finding: unreadable(path, error) };
  }
}

/** The same for one of thousands: for small files, waiting costs more than reading. */
export function readSourceFileSync(contentDir: string, path: string): ReadSource {
  try {
    return sourceOf(path, readFileSync(join(contentDir, path)));
  } catch (error) {
    return { finding: unreadable(path, error) };
  }
}

function sourceOf(path: string, bytes: Uint8Array): ReadSource {
  const decoded = decode(bytes);
  switch (decoded.kind) {
    case 'text':
      return { file: { path, digest: digestOf(bytes), text: decoded.text } };
    case 'empty':
      return { finding: { code: 'file-empty', file: path, values: {} } };
    case 'binary':
      return {
        finding: {
          code: 'file-binary',
          file: path,
          ...bytePosition(bytes, decoded.offset),
          values: {},
        },
      };
    case 'foreign': {
      const { encoding } = decoded;
      const values = encoding === undefined ? {} : { encoding };
      return { finding: { code: 'encoding-not-utf8', file: path, values } };
    }
  }
}

/** SHA-256 in hexadecimal digits. */
export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** The finding for a file or folder that the operating system does not give out. */
export function unreadable(path: string, error: unknown): Finding {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  const reason = isCoded ? String(error.code) : 'unknown';
  return { code: 'file-unreadable', file: path, values: { reason } };
}

/** A line can be told before the text is decoded; a column is counted as if in bytes of ASCII. */
function bytePosition(bytes: Uint8Array, offset: number): { line: number; column: number } {
  const before = bytes.subarray(0, offset);
  const line = before.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
  const start = before.lastIndexOf(0x0a) + 1;
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(before.subarray(start));
  return { line, column: text.length + 1 };
}
