import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { hashToken, newToken } from '@/lib/accounts/token'
import { newId } from '@/lib/shared/ids'
import type { Cluster } from '../../scripts/cluster.mjs'
import { createDatabase, type Urls } from '../../scripts/database.mjs'
import { loadReference } from '../../scripts/prepare.mjs'
import { type Restored, restoreDatabase } from '../../scripts/restore.mjs'

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
  const urls = await createDatabase({ cluster, name })
  const restored = await restoreDatabase({
    url: urls.migrate,
    file: oldFile('accompany.backup'),
    identityFile: oldFile('identity'),
    sealKeys: oldFile('key-encryption-keys'),
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
    `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, device)
     VALUES ($1, $2, $3, now(), now(), now() + interval '12 hours', false, now(), 'test')`,
    [newId(), hashToken(token), staffId],
  )
  return token
}
