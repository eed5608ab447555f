import { defineConfig } from 'vitest/config';

const long = 'tests/**/*.long.test.ts';
const browser = 'tests/browser/**/*.test.ts';
const setup = { globalSetup: ['tests/support/browser-setup.ts'] };

export default defineConfig({
  test: {
    // One less than there are cores is Vitest's own choice, which leaves one idle of two. `npm test` takes
    // three, of which one waits for a browser; the long suite measures times.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'quick', include: ['tests/**/*.test.ts'], exclude: [long, browser] },
      },
      {
        extends: true,
        test: { name: 'browser', include: [browser], exclude: [long], ...setup },
      },
      {
        extends: true,
        test: { name: 'long', include: [long], testTimeout: 1_200_000, ...setup },
      },
    ],
  },
});
