import { defineConfig } from 'vitest/config';

/** Git reads nothing of the person who runs the tests, and its dates and messages are the same everywhere. */
const env = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
};

export default defineConfig({
  test: {
    // Left alone, one core would wait: stories spend half of their time in processes of their own.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/stories/**', 'test/runtimes/**'],
          globalSetup: 'test/support/generated.ts',
          setupFiles: 'test/support/seed.ts',
          env,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'stories',
          include: ['test/stories/**/*.test.ts'],
          globalSetup: 'test/support/built.ts',
          env,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
