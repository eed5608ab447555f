import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What one server on this machine plays: the live site, and three services to post to. */
export type Service = 'site' | 'bluesky' | 'mastodon' | 'x';

/** How it answers one request; `accept` is what a sound service does. */
export type Behaviour =
  | 'accept'
  /** Takes the request, and never says a word. */
  | 'accept-and-hang'
  /** Takes the request, and closes the connection. */
  | 'accept-and-close'
  /** Takes the request, and ends its answer in the middle. */
  | 'accept-and-break-off'
  /** Takes the request, and answers 200 with what is no answer. */
  | 'accept-and-babble'
  | 'hang'
  | 'close'
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    };

export interface SeenRequest {
  readonly service: Service;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** Whether a sound service makes something public of it. */
  readonly isPost: boolean;
}

/** A post that was accepted: what readers see, whatever was answered. */
export interface AcceptedPost {
  readonly service: Service;
  readonly text: string;
  readonly body: unknown;
}

export interface Services {
  /** Ends with a slash. */
  readonly url: string;
  readonly posts: readonly AcceptedPost[];
  readonly requests: readonly SeenRequest[];
  /** Replaced by tests. */
  behave: (request: SeenRequest) => Behaviour;
  /** By which X tells whether a signature is new. */
  clock: () => number;
  /** The live page at a path. */
  page: (path: string) => Behaviour;
  readonly close: () => Promise<void>;
}

export async function startServices(): Promise<Services> {
  const posts: AcceptedPost[] = [];
  const requests: SeenRequest[] = [];
  const statuses = new Map<string, string>();
  const server = createServer((request, response) => {
    void seen(request).then((one) => {
      requests.push(one);
      const behaviour = one.service === 'site' ? services.page(one.path) : services.behave(one);
      if (typeof behaviour === 'object' && !one.isPost) requestsRefused(response, behaviour);
      else if (isStale(one, services.clock())) requestsRefused(response, { status: 401 });
      else answer(one, behaviour, response);
    });
  });
  const answer = (one: SeenRequest, behaviour: Behaviour, response: ServerResponse) => {
    if (behaviour === 'hang') return;
    if (behaviour === 'close') {
      response.destroy();
      return;
    }
    if (typeof behaviour === 'object') {
      requestsRefused(response, behaviour);
      return;
    }
    const { status, body, headers } = accepted(one, posts, statuses);
    switch (behaviour) {
      case 'accept':
        response.writeHead(status, headers).end(body);
        return;
      case 'accept-and-hang':
        return;
      case 'accept-and-close':
        response.destroy();
        return;
      case 'accept-and-break-off':
        response.writeHead(status, { ...headers, 'content-length': '1000' });
        response.write(body.slice(0, 5), () => response.destroy());
        return;
      case 'accept-and-babble':
        response.writeHead(200, { 'content-type': 'text/html' }).end('<p>It works!</p>');
        return;
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const services: Services = {
    url: `http://127.0.0.1:${address.port}/`,
    posts,
    requests,
    behave: () => 'accept',
    page: () => 'accept',
    clock: Date.now,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
  return services;
}

/** X takes no signature that is older or newer than five minutes. */
function isStale({ service, headers }: SeenRequest, now: number): boolean {
  const signed = /oauth_timestamp="(\d+)"/.exec(String(headers['authorization']))?.[1];
  return service === 'x' && Math.abs(Number(signed) * 1000 - now) > 300_000;
}

/** An address at which nobody listens. */
export async function deadAddress(): Promise<string> {
  const { url, close } = await startServices();
  await close();
  return url;
}

async function seen(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const path = request.url ?? '/';
  const method = request.method ?? 'GET';
  const service = path.startsWith('/xrpc/')
    ? 'bluesky'
    : path.startsWith('/api/v1/')
      ? 'mastodon'
      : path.startsWith('/2/')
        ? 'x'
        : 'site';
  const isPost =
    service !== 'site' && method === 'POST' && /tweets|statuses|createRecord/.test(path);
  return { service, method, path, headers: request.headers, body: Buffer.concat(chunks), isPost };
}

function requestsRefused(
  response: ServerResponse,
  { status, headers = {}, body = '' }: Exclude<Behaviour, string>,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

interface SoundAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The answer of a sound service, and what becomes public by it. */
function accepted(
  one: SeenRequest,
  posts: AcceptedPost[],
  statuses: Map<string, string>,
): SoundAnswer {
  const json = (status: number, value: unknown): SoundAnswer => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  const sent = one.path.endsWith('uploadBlob') || one.body.length === 0 ? {} : parse(one.body);
  const accept = (text: unknown) => {
    posts.push({ service: one.service, text: String(text), body: sent });
    return String(posts.length);
  };
  if (one.service === 'site') return page(one);
  if (one.path.endsWith('createSession')) {
    return json(200, { did: 'did:plc:writer', accessJwt: 'session-of-the-writer', handle: 'a.b' });
  }
  if (one.path.endsWith('uploadBlob')) {
    const { 'content-type': mimeType } = one.headers;
    return json(200, {
      blob: { $type: 'blob', ref: { $link: blobLink }, mimeType, size: one.body.length },
    });
  }
  if (one.path.endsWith('createRecord')) {
    const uri = `at://did:plc:writer/app.bsky.feed.post/${String(sent['rkey'])}`;
    // A repository has one record of a name, and its server is at a loss about another.
    if (statuses.has(uri)) return json(500, { error: 'InternalServerError' });
    statuses.set(uri, accept((sent['record'] as Readonly<Record<string, unknown>>)['text']));
    return json(200, { uri, cid: blobLink });
  }
  if (one.service === 'mastodon') {
    const key = String(one.headers['idempotency-key']);
    const id = statuses.get(key) ?? accept(sent['status']);
    statuses.set(key, id);
    return json(200, { id, url: `https://social.example/@writer/${id}` });
  }
  return json(201, { data: { id: accept(sent['text']), text: sent['text'] } });
}

const blobLink = 'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku';

function page({ path, headers }: SeenRequest): SoundAnswer {
  if (path.endsWith('.jpg')) {
    return { status: 200, headers: { 'content-type': 'image/jpeg' }, body: 'picture' };
  }
  const own = `http://${String(headers['host'])}`;
  const body = [
    '<!doctype html><html><head>',
    `<link rel="canonical" href="${own}${path}" />`,
    `<meta property="og:title" content="A &amp; B &lt;${path}&gt;" />`,
    '<meta property="og:description" content="霧の&quot;夜&#34;" />',
    `<meta property="og:image" content="${own}/cards/one.jpg" />`,
    '</head><body>text</body></html>',
  ];
  return { status: 200, headers: { 'content-type': 'text/html' }, body: body.join('\n') };
}

function parse(body: Buffer): Readonly<Record<string, unknown>> {
  return JSON.parse(body.toString('utf8')) as Readonly<Record<string, unknown>>;
}
