import { createPrivateKey } from 'node:crypto';
import { createServer as createSecureServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { send, type Request } from '#src/announce/request.ts';
import { counts, openBench, states, type Bench } from './bench.ts';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function portOf(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function post(url: string, more: Partial<Request> = {}) {
  return send({ method: 'POST', url, body: 'said', timeLimit: 300, ...more });
}

describe('a request', () => {
  it('that no connection is made for has not left', async () => {
    const hanging = await portOf(createServer());
    expect(await post(`https://127.0.0.1:${hanging}/`)).toMatchObject({
      kind: 'unreachable',
      reason: { detail: 'timeout' },
    });
    const closing = await portOf(createServer((socket) => socket.destroy()));
    expect(await post(`https://127.0.0.1:${closing}/`)).toMatchObject({ kind: 'unreachable' });
    // No name ends so (RFC 6761, section 6.4).
    expect(await post('https://nobody.invalid/')).toMatchObject({ kind: 'unreachable' });
    expect(await post('http://127.0.0.1:1/', { headers: { 'x-a': '\n' } })).toMatchObject({
      kind: 'unreachable',
      reason: { detail: 'ERR_INVALID_CHAR' },
    });
  });

  it('that a connection was made for may have been taken', async () => {
    const silent = await portOf(createServer());
    expect(await post(`http://127.0.0.1:${silent}/`)).toMatchObject({
      kind: 'unanswered',
      reason: { detail: 'timeout' },
    });
    const closing = await portOf(
      createServer((socket) => socket.once('data', () => socket.end('what?\n'))),
    );
    expect(await post(`http://127.0.0.1:${closing}/`)).toMatchObject({ kind: 'unanswered' });
    const switching = await portOf(
      createServer((socket) =>
        socket.once('data', () =>
          socket.end('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n'),
        ),
      ),
    );
    expect(await post(`http://127.0.0.1:${switching}/`)).toMatchObject({ kind: 'unanswered' });
  });

  it('is encrypted for whom it is meant for, and for nobody else', async () => {
    const taken: string[] = [];
    const server = createSecureServer({ key, cert }, (request, response) => {
      request.on('data', (chunk: Buffer) => taken.push(chunk.toString()));
      request.on('end', () => response.writeHead(201, { 'x-a': ['b', 'c'] }).end('{"a":1}'));
    });
    const url = `https://127.0.0.1:${await portOf(server)}/`;
    expect(await post(url)).toEqual({
      kind: 'unreachable',
      reason: { what: 'unreachable', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    const known = getCACertificates();
    setDefaultCACertificates([cert]);
    const answer = await post(url, { timeLimit: 5000 });
    setDefaultCACertificates(known);
    expect(answer).toMatchObject({ kind: 'answer', status: 201, body: Buffer.from('{"a":1}') });
    expect('headers' in answer && answer.headers.get('x-a')).toBe('b, c');
    expect(taken).toEqual(['said']);
  });
});

describe('an answer', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  it.each([407, 421])('of %i is one: nothing is sent a second time', async (status) => {
    bench.services.behave = ({ service, isPost }) =>
      service === 'mastodon' && isPost ? { status } : 'accept';
    const { printed } = await bench.run();
    expect(printed).toContain(`Mastodon に断られました（${status}`);
    expect(states(bench.ledger())).toContain('4 mastodon failed');
    const asked = bench.services.requests.filter(({ path }) => path.endsWith('statuses'));
    expect(asked).toHaveLength(2);
    expect(counts(bench.services)).toEqual({ bluesky: 2, x: 2 });
  });
});

/** Of a server on this machine that anybody may be: what it guards is nothing. */
const key = createPrivateKey({
  key: Buffer.from(
    'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgWhfYZ+gyVJg6am6+QB5JJhd0txkWhU+AhbFu+5AQTm6hRANCAASJm67l9wQ8dSHX4xEtasGD3wdfkWrgF4AMQpFb6IIw8TgaZAxLZWrSI5QVjprRXwU+aq08v6T5ieEb7hU9bfGW',
    'base64',
  ),
  format: 'der',
  type: 'pkcs8',
}).export({ format: 'pem', type: 'pkcs8' });

const cert = `-----BEGIN CERTIFICATE-----
MIIBWDCB/6ADAgECAgEBMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCTEyNy4wLjAu
MTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFDESMBAGA1UEAwwJ
MTI3LjAuMC4xMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEiZuu5fcEPHUh1+MR
LWrBg98HX5Fq4BeADEKRW+iCMPE4GmQMS2Vq0iOUFY6a0V8FPmqtPL+k+YnhG+4V
PW3xlqNAMD4wDwYDVR0RBAgwBocEfwAAATAMBgNVHRMEBTADAQH/MB0GA1UdDgQW
BBTpannTUCSe2IRqbeEMlDVmQk+/DzAKBggqhkjOPQQDAgNIADBFAiAnKKpuSEHC
2SnX9YekkinIIN6L2CK+cNSkBhip7SXFZwIhAJ0S2+4wGirCq86T5fKWj1x/QpH4
3Ho65JQpG/tgVbzO
-----END CERTIFICATE-----
`;
