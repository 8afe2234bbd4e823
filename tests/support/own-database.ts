import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { cloneDatabase } from '../../scripts/test-cluster.mjs'
import type { DatabaseUrls } from './cluster'

const template = inject('template')
const name = `test_${template.run}_${process.env.VITEST_POOL_ID ?? '0'}`

function toOwn(url: string) {
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}

/** A fresh clone for this test file; the next file of the same worker replaces it. */
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

// The environment must stand before any file of lib/ is loaded, which is why this is a set-up file.
if (process.env.DATABASE_URL !== urls.app) {
  await cloneDatabase(urls.superuser, template.name, name)
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
