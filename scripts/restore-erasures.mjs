// After every way back: what may no longer be here goes again.
import fs from 'node:fs'
import { listTables } from './backup-tables.mjs'
import { migrateDatabase } from './database.mjs'
import { inTransaction } from './migrations.mjs'
import { withClient } from './pg-client.mjs'
import { Refusal } from './refusal.mjs'
import { eraseFiles, replayErasures, watchAgain, withoutGuards } from './restore-rows.mjs'

/** @typedef {import('./restore-rows.mjs').Erasure} Erasure */

/** What may no longer be here: sessions, processes, and what was erased later. @param {import('pg').Client} client @param {Erasure[]} later */
export async function forget(client, later) {
  await watchAgain(client)
  await client.query('DELETE FROM public.session')
  // Processes of another machine, which may have had another key file. Archives may be older than the table.
  const { rows } = await client.query("SELECT to_regclass('public.instance') IS NOT NULL AS there")
  if (rows[0].there) await client.query('DELETE FROM public.instance')
  return replayErasures(client, later)
}

/**
 * A database that another program took back to an earlier moment: what may no longer be here goes, as after an archive.
 * @param {string} url of accompany_migrate @param {string} file erasures.json
 * @returns {Promise<number>} erasures replayed
 */
export async function forgetAgain(url, file) {
  const later = /** @type {Erasure[] | null} */ (
    fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null
  )
  if (later === null)
    throw new Refusal(`${file} is missing: without it no one can be erased again who was since that moment.`)
  await migrateDatabase(url)
  return withClient(url, async (client) => {
    const replayed = await inTransaction(client, async () => {
      /** @type {{ erased: number, files: string[] }} */
      let done = { erased: 0, files: [] }
      await withoutGuards(client, await listTables(client), async () => {
        done = await forget(client, later)
      })
      return done
    })
    await eraseFiles(client, replayed.files)
    return replayed.erased
  })
}
