import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import * as z from 'zod'
import { hashToken, newToken } from '@/lib/accounts/token'
import { newId } from '@/lib/shared/ids'
import { type Cluster, openCluster } from '../../scripts/cluster.mjs'
import { createDatabase, type Urls } from '../../scripts/database.mjs'
import { loadReference } from '../../scripts/prepare.mjs'
import { type Restored, restoreDatabase } from '../../scripts/restore.mjs'
import { dropDatabases } from '../../scripts/test-cluster.mjs'

/** What commit 16c1e1d left behind: its database archive, keys, releases and browser (tests/fixtures/16c1e1d/README.md). */
const folder = fileURLToPath(new URL('../fixtures/16c1e1d', import.meta.url))
export const oldFile = (name: string): string => path.join(folder, name)
export const oldText = (name: string): string => fs.readFileSync(oldFile(name), 'utf8')

const id = z.string()
const file = z.object({ caseId: id, personId: id, code: z.string() })
const shape = z.object({
  rows: z.number(),
  staff: z.object({ casey: id, cory: id, coral: id, ada: id }),
  full: file,
  sealed: file,
  restricted: file,
  /** A note that was saved twice under one request id. */
  receipt: z.object({ requestId: id, noteId: id, input: z.record(z.string(), z.unknown()) }),
  share: z.object({ secret: z.string(), code: z.string() }),
  totp: z.object({ staffId: id, secret: z.base64() }),
  attachmentId: id,
  reviewId: id,
  importId: id,
  handoverId: id,
  /** Releases in their order. */
  ids: z.array(z.string()),
  browser: z.object({ staffId: id, note: z.string(), task: z.string(), drafts: z.array(z.string()) }),
})
export const oldFacts = shape.parse(JSON.parse(oldText('facts.json')))

const base64 = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
/** The records of its IndexedDB. */
export const oldBrowser = z
  .object({ records: z.array(z.object({ slot: z.string(), tab: z.string(), iv: base64, cipher: base64 })) })
  .parse(JSON.parse(oldText('browser.json')))

/** Restores the archive with the code of today, and loads reference data as `npm start` does. */
export const restoreOld = async (
  cluster: Cluster,
  name: string,
): Promise<{ urls: Urls; restored: Restored }> => {
  // A run that was killed may have left one of this name.
  await dropDatabases(cluster.superuser(), (one) => one === name)
  const urls = await createDatabase({ cluster, name })
  const restored = await restoreDatabase({
    url: urls.migrate,
    file: oldFile('accompany.backup'),
    identityFile: oldFile('identity'),
    neededKeys: oldFile('key-encryption-keys'),
  })
  await loadReference(urls.migrate)
  return { urls, restored }
}

/** Signs a colleague of the archive in, as a session row; the token. */
export const signInOld = async (
  ask: (sql: string, values: readonly unknown[]) => Promise<unknown>,
  staffId: string,
): Promise<string> => {
  const token = newToken()
  await ask(
    `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, stepped_up_at, device)
     VALUES ($1, $2, $3, now(), now(), now() + interval '12 hours', false, now(), now(), 'test')`,
    [newId(), hashToken(token), staffId],
  )
  return token
}

/** The same for a test file: from here on the code works on the old database, with the old keys. Call close() when done. */
export const openOld = async (name: string) => {
  const cluster = await openCluster({ test: true })
  const { urls, restored } = await restoreOld(cluster, name)
  // Before any file of lib/ has connected or opened the key file.
  Object.assign(process.env, {
    DATABASE_URL: urls.app,
    AUTH_DATABASE_URL: urls.auth,
    JOB_DATABASE_URL: urls.job,
    STATS_DATABASE_URL: urls.stats,
    SHARE_DATABASE_URL: urls.share,
    KEY_FILE: oldFile('key-encryption-keys'),
  })
  const owner = new pg.Client({ connectionString: urls.superuser })
  await owner.connect()
  /** Reads past every policy. */
  const ask = async (sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> =>
    (await owner.query(sql, [...values])).rows
  return {
    urls,
    restored,
    owner,
    ask,
    count: async (sql: string, values: readonly unknown[] = []): Promise<number> =>
      Number((await ask(sql, values))[0]?.n),
    close: async () => {
      await owner.end()
      await cluster.release()
    },
  }
}
export type OldOrganisation = Awaited<ReturnType<typeof openOld>>
