import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isMissing } from '#src/integration/folders.ts';

/** The file at the top of a share that says what is in it. */
export const shareFile = 'share.json';

const format = 1;
const schema = z.object({
  format: z.literal(format),
  number: z.number(),
  of: z.number(),
  /** Stands for the code, the content and what of it is public: shares of one site have the same. */
  site: z.string(),
  /** Of each file the SHA-256 of its bytes. */
  files: z.record(z.string(), z.string()),
  /** Its part of the list of search: groups by their place in the list, and what stands before them. */
  search: z.object({
    head: z.unknown(),
    groups: z.array(z.tuple([z.number(), z.unknown()])),
  }),
});

/** What a share says of itself. */
export type ShareList = Omit<z.infer<typeof schema>, 'format'>;

/** @param folder - absolute: of the share */
export function writeShareList(folder: string, list: ShareList): void {
  writeFileSync(join(folder, shareFile), JSON.stringify({ format, ...list }));
}

/**
 * @param folder - absolute
 * @returns undefined where there is no share, or one that was not written to its end
 */
export function readShareList(folder: string): ShareList | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(join(folder, shareFile), 'utf8')));
  } catch (error) {
    const isUnusable = error instanceof SyntaxError || error instanceof z.ZodError;
    if (isMissing(error) || isUnusable) return undefined;
    throw error;
  }
}
