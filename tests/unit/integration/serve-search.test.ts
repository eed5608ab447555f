import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveSearch } from '#src/integration/serve-search.ts';
import { writeContent } from '#tests/support/build-site.ts';

let server: Server;
let url: string;

beforeEach(async () => {
  const outDir = await writeContent({
    'pagefind/manifest.pack': '{}',
    'pagefind/0123456789/text-12.pack': 'packed',
    'secret.txt': 'secret',
  });
  const serve = serveSearch(outDir);
  server = createServer((request, response) => {
    serve(request, response, () => response.writeHead(200).end('the live view'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  url = `http://127.0.0.1:${address.port}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

async function get(path: string): Promise<readonly [status: number, text: string]> {
  const response = await fetch(url + path);
  return [response.status, await response.text()];
}

it.each([
  ['/pagefind/manifest.pack', 200, '{}'],
  ['/novels/pagefind/manifest.pack?x', 200, '{}'],
  ['/pagefind/0123456789/text-12.pack', 200, 'packed'],
  ['/pagefind/0123456789/text-13.pack', 404, ''],
  ['/pagefind/', 200, 'the live view'],
  ['/', 200, 'the live view'],
  ['/pagefind/..%2Fsecret.txt', 200, 'the live view'],
])('%s is answered with %i and “%s”', async (path, status, text) => {
  expect(await get(path)).toEqual([status, text]);
});
