import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

export interface ServedSite {
  /** Ends with the base path. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves a built site on this machine as a plain static host does: index.html for a folder,
 * 404.html for what is not there, no rule of any kind.
 *
 * @param folder - absolute
 * @param base - base path, with a slash at both ends
 * @param onSent - told of each file: its path in the folder's address, and its bytes
 */
export async function serve(
  folder: string,
  base = '/',
  onSent: (path: string, bytes: number) => void = () => undefined,
): Promise<ServedSite> {
  const server = createServer((request, response) => {
    void respond(request.url ?? '/').then(({ status, type, body }) => {
      onSent(request.url ?? '/', body.length);
      response.writeHead(status, { 'Content-Type': type }).end(body);
    });
  });
  const respond = async (url: string) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const file = path.startsWith(base)
      ? await find(join(folder, path.slice(base.length)))
      : undefined;
    const shown = file ?? join(folder, '404.html');
    const type = types[extname(shown)] ?? 'application/octet-stream';
    return { status: file === undefined ? 404 : 200, type, body: await readFile(shown) };
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
      }),
  };
}

async function find(path: string): Promise<string | undefined> {
  const kind = await stat(path).catch(() => undefined);
  if (kind?.isFile() === true) return path;
  const index = join(path, 'index.html');
  const hasIndex = kind?.isDirectory() === true && (await stat(index).catch(() => undefined));
  return hasIndex ? index : undefined;
}
