import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { runSealJob } from '../../scripts/seal-job'

/** Rows that a test wrote past the triggers are taken stock of, as a migration does with a new table. */
export const takeStock = async (owner: pg.ClientBase): Promise<void> => {
  await owner.query('DELETE FROM public.row_watch')
  await owner.query('CALL app.watch_rows()')
}

/** Seals until nothing is left: another database of the same server may hold the line back for a moment. */
export const sealAll = async (owner: pg.ClientBase): Promise<void> => {
  for (let tries = 0; tries < 600; tries++) {
    await runSealJob()
    const { rows } = await owner.query(
      `SELECT (SELECT COALESCE(max(txid), 0) FROM audit_event) < COALESCE(max(end_txid), 0)
          AND (SELECT COALESCE(max(txid), 0) FROM row_mark) < COALESCE(max(end_txid), 0) AS done FROM audit_seal`,
    )
    if (rows[0]?.done === true) return
    await pause(50)
  }
  throw new Error('a transaction on this server does not end: nothing could be sealed')
}
