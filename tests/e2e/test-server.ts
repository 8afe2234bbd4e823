import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { databaseUrls } from '../../scripts/database.mjs'
import { openTestCluster } from '../../scripts/test-cluster.mjs'

// Two runs at once need a lane each: E2E_LANE=1 npx playwright test …
const lane = Number(process.env.E2E_LANE ?? '0')

/** The database with the demo organisation in it; every browser worker gets a clone. */
export const DEMO_TEMPLATE = `e2e_${lane}_demo`
export const workerDatabase = (index: number): string => `e2e_${lane}_worker_${index}`
/** Of an installation beside the one of its worker. */
export const besideDatabase = (place: number): string => `e2e_${lane}_beside_${place}`
export const workerPort = (index: number): number => 4110 + lane * 10 + index
/** Where the server on a port answers with its metrics. */
export const metricsPort = (port: number): number => port + 5_000

export const TEST_SECRET = 'only-for-tests-only-for-tests-only-for-tests'

const data = path.resolve('.data/e2e')
const keyFile = path.join(data, 'key-encryption-keys')

/** With the invented organisation, or as one finds it after installing: tables, the country, and no organisation. */
export type Installation = 'demo' | 'empty'

export type Urls = ReturnType<typeof databaseUrls>

/** The environment of a server or a script that works on one test database. */
export const environment = (
  urls: Urls,
  port: number,
  installation: Installation = 'demo',
): NodeJS.ProcessEnv => {
  mkdirSync(data, { recursive: true })
  if (!existsSync(keyFile))
    writeFileSync(keyFile, `e2e:${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: urls.app,
    AUTH_DATABASE_URL: urls.auth,
    JOB_DATABASE_URL: urls.job,
    STATS_DATABASE_URL: urls.stats,
    SHARE_DATABASE_URL: urls.share,
    DEMO_DATABASE_URL: urls.superuser,
    KEY_FILE: keyFile,
    NEXTAUTH_SECRET: TEST_SECRET,
    NEXTAUTH_URL: `http://localhost:${port}`,
    DEMO: installation === 'demo' ? 'on' : 'off',
    NEXT_TELEMETRY_DISABLED: '1',
    METRICS: `127.0.0.1:${metricsPort(port)}`,
  }
}

/** Runs one of our TypeScript programs to its end and gives what it said; throws it when it failed. */
export const runProgram = (script: string, env: NodeJS.ProcessEnv, ...given: readonly string[]): string => {
  const done = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', script, ...given],
    {
      env,
      encoding: 'utf8',
    },
  )
  if (done.status !== 0) throw new Error(`${script}: ${done.stderr || done.stdout}`)
  return done.stdout
}

/**
 * Until the server has checked its database, also one that took the place of another, it says on every page that the records cannot be
 * reached. What /api/ready says is a second old.
 */
export const waitUntilReady = async (port: number): Promise<void> => {
  while ((await fetch(`http://127.0.0.1:${port}/sign-in`)).status !== 200);
}

/** Starts the production server on a port and answers when it does. */
export const startServer = async (env: NodeJS.ProcessEnv, port: number): Promise<ChildProcess> => {
  const server = spawn(
    process.execPath,
    [path.resolve('node_modules/next/dist/bin/next'), 'start', '-p', String(port), '-H', '127.0.0.1'],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  await new Promise<void>((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8')
      if (said.includes('Ready in')) resolve()
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  await waitUntilReady(port)
  return server
}

export const openCluster = () => openTestCluster()
export { databaseUrls }

export const buildId = (): string =>
  readFileSync(path.join(process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID'), 'utf8').trim()
