import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (place: string) => fileURLToPath(new URL(place, import.meta.url))

const resolve = {
  alias: [
    { find: /^@\//, replacement: here('./') },
    // Outside Next's server build this package only throws.
    { find: 'server-only', replacement: here('./node_modules/server-only/empty.js') },
    // A request of Next exists only in its server; tests/support/handlers.ts makes one.
    { find: /^next\/headers$/, replacement: here('./tests/support/next/headers.ts') },
    { find: /^next\/navigation$/, replacement: here('./tests/support/next/navigation.ts') },
    { find: /^next-intl\/server$/, replacement: here('./tests/support/next/intl-server.ts') },
  ],
}
const guards = [here('./tests/support/loopback-only.ts'), here('./tests/support/same-draws.ts')]
const withDatabase = {
  globalSetup: [here('./tests/support/cluster.ts')],
  setupFiles: [...guards, here('./tests/support/own-database.ts')],
}

/** Files that need modules of their own: they set a part of the environment, which is read once, or count what a process counts. */
const ALONE = [
  'tests/integration/attachments-scanner.test.ts',
  'tests/integration/ended-connection.test.ts',
  'tests/integration/old-archive.test.ts',
  'tests/integration/old-organisation.test.ts',
  'tests/integration/watched.test.ts',
] as const

// Each worker holds connections to the one server of the tests and a module graph in memory: more than eight gain nothing.
const workers = Math.max(2, Math.min(8, availableParallelism()))

export default defineConfig({
  test: {
    maxWorkers: workers,
    // `--changed` follows imports, and no test imports tables, policies or reference data.
    forceRerunTriggers: ['**/package.json', '**/vitest.config.ts', '**/prisma/**'],
    sequence: { shuffle: true },
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['{lib,components,scripts}/**/*.test.ts'],
          exclude: ['lib/db/generated/**'],
          setupFiles: guards,
          // A busy machine is no failure: only a test that hangs is.
          testTimeout: 120_000,
          // Pure, with fixed draws: they need no module graph of their own.
          isolate: false,
          sequence: { shuffle: true },
        },
      },
      {
        resolve,
        test: {
          name: 'integration',
          // A thread begins in half the time of a process. Files of one worker share the modules, whose loading would take a third of the run.
          pool: 'threads',
          isolate: false,
          include: ['tests/{integration,access,architecture}/**/*.test.ts'],
          exclude: [...ALONE],
          sequence: { shuffle: true },
          testTimeout: 240_000,
          hookTimeout: 240_000,
          ...withDatabase,
        },
      },
      {
        resolve,
        test: {
          name: 'integration-alone',
          pool: 'threads',
          include: [...ALONE],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          ...withDatabase,
        },
      },
      {
        resolve,
        test: {
          name: 'stress',
          include: ['tests/{stress,mutants}/**/*.test.ts'],
          testTimeout: 7_200_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          ...withDatabase,
        },
      },
    ],
  },
})
