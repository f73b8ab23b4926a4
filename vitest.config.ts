import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that look at the built site in a browser; it is built once before them. */
const site = 'tests/site/**/*.test.ts';
/** Tests that build sites of their own, run and kill commands, or feed them as much as they may be fed. */
const publish = [
  'tests/publish/**/*.test.ts',
  'tests/hostile/**/*.test.ts',
  'tests/*/command.test.ts',
];

// Far beyond what anything takes: a busy machine makes tests slower, not red.
const patience = 600_000;

export default defineConfig({
  test: {
    reporters: ['default', './tests/tally.ts'],
    allowOnly: false,
    // One worker for each core; Vitest would leave one idle.
    maxWorkers: '100%',
    unstubEnvs: true,
    // No test writes its own expectation: a missing snapshot fails, `npm test -- -u` accepts what is new.
    update: 'none',
    testTimeout: patience,
    hookTimeout: patience,
    expect: { poll: { timeout: patience / 2 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, site, ...publish],
        },
      },
      {
        extends: true,
        test: {
          name: 'publish',
          include: publish,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: [site],
          globalSetup: './tests/global-setup.ts',
        },
      },
    ],
  },
});
