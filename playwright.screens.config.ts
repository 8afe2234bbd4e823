import { defineConfig } from '@playwright/test'
import base from './playwright.config'

/** npm run screens: pictures of the demo organisation for docs/screens; no part of npm test. */
export default defineConfig({
  ...base,
  testDir: 'tests/screens',
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    ...base.use,
    locale: 'fr-BE',
    // The browser's own controls (hours, days) speak the language that it was started in.
    launchOptions: {
      ...base.use?.launchOptions,
      args: [...(base.use?.launchOptions?.args ?? []), '--lang=fr-BE'],
      env: { ...process.env, LANGUAGE: 'fr' },
    },
  },
})
