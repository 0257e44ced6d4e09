import { defineConfig } from 'vitest/config';

/**
 * Four projects, from fractions of a second to minutes:
 * `rooms` (pure code and content files), `components` (Astro's container, see
 * vitest.components.ts), `site` (reads dist/) and `journeys` (a real browser on dist/).
 */
export default defineConfig({
  test: {
    reporters: ['default', './tests/last-line.ts'],
    projects: [
      {
        test: {
          name: 'rooms',
          environment: 'node',
          include: ['tests/{architecture,domain,content,intake,desk,commands}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: { name: 'site', environment: 'node', include: ['tests/site/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/journeys/support/site-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          // Two cores build, serve and browse at once.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
