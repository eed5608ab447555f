import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { searchFolder } from '#src/site/urls.ts';

/**
 * Lets the live view search what the last build has indexed: the index of a text that is being
 * written would have to be made anew at every stroke.
 *
 * @param outDir - absolute: where the last build went
 */
export function serveSearch(outDir: string) {
  const files = new RegExp(`/${searchFolder}/((?:\\w+/)?[\\w-]+\\.\\w+)(?:\\?|$)`);
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = files.exec(request.url ?? '')?.[1];
    if (path === undefined) {
      next();
      return;
    }
    const file = createReadStream(join(outDir, searchFolder, path));
    file.on('error', () => {
      response.writeHead(404).end();
    });
    response.setHeader('Cache-Control', 'no-cache');
    file.pipe(response);
  };
}
