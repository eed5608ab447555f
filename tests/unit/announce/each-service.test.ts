import { describe } from 'vitest';
import { describeService } from './one-service.ts';

describe.each(['bluesky', 'mastodon', 'x'] as const)('%s', (service) => {
  describeService(service, { silent: ['accept-and-close', { status: 500 }], refusing: [401] });
});

describe('a service that hangs', () => {
  describeService('mastodon', { silent: ['accept-and-hang'], refusing: [] });
});
