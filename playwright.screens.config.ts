import { defineConfig } from '@playwright/test'
import base from './playwright.config'

/** npm run screens: pictures of the demo house for docs/screens; no part of npm test. */
export default defineConfig({
  ...base,
  testDir: 'tests/screens',
  fullyParallel: false,
  workers: 1,
  timeout: 240_000,
  reporter: [['list']],
})
