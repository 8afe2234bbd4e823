import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { cloneDatabase } from '../../scripts/test-cluster.mjs'
import type { DatabaseUrls } from './cluster'
import { endClients } from './open-clients'

const template = inject('template')
const name = `test_${template.run}_${process.env.VITEST_POOL_ID ?? '0'}`

function toOwn(url: string) {
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}

/** A fresh clone for each test file, under the name of its worker. */
export const urls: DatabaseUrls = {
  app: toOwn(template.urls.app),
  auth: toOwn(template.urls.auth),
  job: toOwn(template.urls.job),
  stats: toOwn(template.urls.stats),
  share: toOwn(template.urls.share),
  backup: toOwn(template.urls.backup),
  migrate: toOwn(template.urls.migrate),
  superuser: toOwn(template.urls.superuser),
}

/** Of a worker: the environment of the application is read once and kept, so it is the same for each of its files. */
const setEnvironment = (): void => {
  const keyFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-test-')), 'keys')
  fs.writeFileSync(keyFile, `test:${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  Object.assign(process.env, {
    DATABASE_URL: urls.app,
    AUTH_DATABASE_URL: urls.auth,
    JOB_DATABASE_URL: urls.job,
    STATS_DATABASE_URL: urls.stats,
    SHARE_DATABASE_URL: urls.share,
    KEY_FILE: keyFile,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    NEXTAUTH_URL: 'http://localhost:3000',
    DEMO: 'off',
  })
}

// A set-up file runs before each test file, and before its first one also before any file of lib is loaded.
if (process.env.DATABASE_URL === urls.app) {
  // What the file before left open is connected to a database that is about to go.
  const { disconnect } = await import('@/lib/db/client')
  await Promise.all([disconnect(), endClients()])
} else setEnvironment()
await cloneDatabase(urls.superuser, template.name, name)
