import { availableParallelism } from 'node:os'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './scripts/chromium.mjs'
import { isSweep } from './tests/support/sweep'

// Where there is none, Playwright looks for the browser that it installed itself.
const system = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // A file is one worker's from its first test to its last: a test server with its database is made once for it.
  fullyParallel: false,
  // What another story holds as well, or what is a second example of it, is told in `npm run stress` (docs/adr/0114).
  ...(isSweep ? {} : { grepInvert: /@sweep/ }),
  // A worker is a browser, a server and a database.
  workers: Math.max(2, Math.min(6, availableParallelism())),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  globalSetup: './tests/e2e/global-setup.ts',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1366, height: 768 },
    // Few tests are about what works without a network; the others do without its files.
    serviceWorkers: 'block',
    locale: 'en-GB',
    // A sweep sees what moves, moving.
    contextOptions: { reducedMotion: isSweep ? 'no-preference' : 'reduce' },
    timezoneId: 'Europe/Brussels',
    // A trace takes a picture at every step: TRACE=1 asks for it, to look at one failure.
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(system ? { executablePath: system } : {}),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        '--no-pings',
        // A page lives for a second: what helps one that lives for an hour costs a tenth of the run.
        '--js-flags=--max-lazy --single-threaded-gc',
      ],
    },
  },
})
