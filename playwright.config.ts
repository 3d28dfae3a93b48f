import { defineConfig } from 'playwright/test';
import { findBrowser } from './scripts/browser.ts';

const { executablePath, args } = await findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/setup.ts',
  outputDir: 'test-results',
  workers: 2,
  // A machine that is busy with something else may be late once; what is late twice is broken. The list calls it flaky.
  retries: 1,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: [['list'], ['./tests/e2e/summary.ts']],
  use: {
    launchOptions: { executablePath, args },
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    // What moves is tested by itself; everywhere else it would only have to be waited for.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
  },
});
