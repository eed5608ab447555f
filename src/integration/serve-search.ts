import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { searchFolder } from '#src/site/urls.ts';
import { isMissing } from './folders.ts';

/**
 * Lets the live view search what the last build has indexed: the index of a text that is being
 * written would have to be made anew at every stroke. What has not been built is not found.
 *
 * @param outDir - absolute: where the last build went
 */
export function serveSearch(outDir: string) {
  const files = new RegExp(`/${searchFolder}/((?:\\w+/)?[\\w-]+\\.\\w+)$`);
  return (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = files.exec(pathname)?.[1];
    if (path === undefined) next();
    else send(join(outDir, searchFolder, path), response).catch(next);
  };
}

async function send(path: string, response: ServerResponse): Promise<void> {
  const file = await open(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  response.setHeader('Cache-Control', 'no-cache');
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  await pipeline(file.createReadStream(), response).catch((error: unknown) => {
    // Whoever asked has gone.
    if (!response.destroyed) throw error;
  });
}
