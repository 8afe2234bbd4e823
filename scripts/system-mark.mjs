import { withClient } from './pg-client.mjs'

/**
 * Keeps in the database that something was done and how it went, for the page "System status" and the alarms. What was done stays
 * done when this cannot be kept: a database of before the mark has no place for it.
 * @param {string} url of accompany_backup, which reads everything and may write nothing but this
 * @param {'backup' | 'verify'} kind
 * @param {boolean} isOk
 * @param {number} amount bytes of a backup, findings of a verify
 */
export async function leaveSystemMark(url, kind, isOk, amount) {
  try {
    await withClient(url, async (client) => {
      await client.query('BEGIN READ WRITE')
      await client.query('SELECT app.set_system_mark($1, $2, $3)', [kind, isOk, amount])
      await client.query('COMMIT')
    })
  } catch {
    console.error(`That there was a ${kind} could not be noted in the database.`)
  }
}
