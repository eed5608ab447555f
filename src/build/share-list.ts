import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isMissing } from '#src/integration/folders.ts';
import type { SearchShare } from '#src/integration/search-output.ts';

/** The file at the top of a share that says what is in it. */
export const shareFile = 'share.json';

/** The folder in a share with what its groups of search have for files that all groups have a part in. */
export const partsFolder = 'search-parts';

const format = 1;
const schema = z.object({
  format: z.literal(format),
  number: z.number(),
  of: z.number(),
  /** Stands for the code, the content and what of it is public: shares of one site have the same. */
  site: z.string(),
  /** Of each file the SHA-256 of its bytes. */
  files: z.record(z.string(), z.string()),
  /** What it has of search, unless the site has none. */
  search: z.custom<SearchShare>().optional(),
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
