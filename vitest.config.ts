import { defineConfig } from 'vitest/config';

const long = 'tests/**/*.long.test.ts';
const browser = 'tests/browser/**/*.test.ts';
const setup = { globalSetup: ['tests/support/browser-setup.ts'] };

export default defineConfig({
  test: {
    // One less than there are cores is Vitest's own choice. Of three on two cores one waits for a browser.
    maxWorkers: 3,
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
