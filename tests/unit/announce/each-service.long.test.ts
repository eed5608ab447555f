import { describe } from 'vitest';
import { describeService } from './one-service.ts';

/** Every way of leaving a post in doubt and of refusing one, for each service. */
describe.each(['bluesky', 'mastodon', 'x'] as const)('%s', (service) => {
  describeService(service, {
    silent: [
      'accept-and-hang',
      'accept-and-close',
      'accept-and-break-off',
      'accept-and-babble',
      'hang',
      'close',
      { status: 500 },
      { status: 502, body: '<html>Bad gateway</html>' },
      { status: 503, body: '{"error":"down"}' },
      { status: 408 },
      { status: 409 },
      { status: 200, body: '{"id":7,"data":{"id":7},"uri":7}' },
      { status: 200, body: '' },
      { status: 202, body: '{}' },
    ],
    refusing: [301, 302, 307, 308, 400, 401, 403, 404, 410, 413, 415, 422, 451],
  });
});
