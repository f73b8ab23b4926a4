import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that look at the built site in a browser; it is built once before them. */
const siteTests = 'tests/site/**/*.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', './tests/tally.ts'],
    allowOnly: false,
    // One worker for each core; Vitest would leave one idle.
    maxWorkers: '100%',
    unstubEnvs: true,
    // No test writes its own expectation: a missing snapshot fails, `npm test -- -u` accepts what is new.
    update: 'none',
    // Far beyond what anything takes: a busy machine makes tests slower, not red.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, siteTests],
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: [siteTests],
          globalSetup: './tests/global-setup.ts',
        },
      },
    ],
  },
});
