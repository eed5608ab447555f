import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isSystemError } from '#src/integration/folders.ts';
import type { SearchShare } from '#src/integration/search-output.ts';
import { mostShares } from './shares.ts';

/** The file at the top of a share that says what is in it. No series can have a name with a dot. */
export const shareFile = 'tsuzuki-share.json';

/** The folder in a share with what its groups of search have for files that all groups have a part in. */
export const partsFolder = 'tsuzuki-share.parts';

/** Of a share, as its list names it. */
export function partsFile(group: string): string {
  return `${partsFolder}/${group}`;
}

const run = z.object({
  series: z.int(),
  from: z.int(),
  count: z.int(),
  ids: z.array(z.string()).exactOptional(),
});
const text = z.object({
  text: z.string(),
  readings: z.array(z.tuple([z.int(), z.int(), z.string()])).exactOptional(),
});
const group = z.object({
  runs: z.array(run),
  summary: z
    .object({
      folder: z.string().regex(/^\w+$/),
      parts: z.string(),
      frequent: z.array(z.string()),
    })
    .optional(),
});
const searchSchema: z.ZodType<SearchShare> = z.object({
  series: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      title: text,
      language: z.string(),
      parts: z.int(),
    }),
  ),
  bundles: z.array(
    z.object({
      shape: z.object({ files: z.int(), gramLength: z.literal([2, 3]) }),
      groups: z.array(group),
    }),
  ),
});

const format = 3;
const schema = z.object({
  format: z.literal(format),
  number: z.int().min(1),
  of: z.int().min(1).max(mostShares),
  /** The digest of the code that has made it. */
  code: z.string(),
  /** Stands for the code, the content and what of it is public: shares of one site have the same. */
  site: z.string(),
  /** Of each file the SHA-256 of its bytes. */
  files: z.record(z.string().refine(isWithin), z.string()),
  /** What it has of search, unless the site has none. As it is: what is made of it is held byte for byte. */
  search: z.custom<SearchShare>((search) => searchSchema.safeParse(search).success).optional(),
});

/** What a share says of itself. */
export type ShareList = Omit<z.infer<typeof schema>, 'format'>;

/**
 * @param folder - absolute: of the share
 * @throws errors of the file system, also where there is a file of that name
 */
export function writeShareList(folder: string, list: ShareList): void {
  // Never over a file of the site: others have its bytes by hard links.
  writeFileSync(join(folder, shareFile), JSON.stringify({ format, ...list }), { flag: 'wx' });
}

/**
 * @param folder - absolute
 * @returns undefined where there is no share, or one that cannot be read or was not written to its end;
 * of code that writes such lists otherwise, that alone
 */
export function readShareList(folder: string): ShareList | 'of-other-code' | undefined {
  try {
    const list: unknown = JSON.parse(readFileSync(join(folder, shareFile), 'utf8'));
    const { data } = z.object({ format: z.int() }).safeParse(list);
    return data !== undefined && data.format !== format ? 'of-other-code' : schema.parse(list);
  } catch (error) {
    const isUnusable = error instanceof SyntaxError || error instanceof z.ZodError;
    if (isSystemError(error) || isUnusable) return undefined;
    throw error;
  }
}

/** Whether a path stays in the folder that it is of, on every system. */
function isWithin(path: string): boolean {
  return path.split(/[/\\]/).every((name) => !['', '.', '..'].includes(name));
}
