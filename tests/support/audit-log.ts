import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { runCheckpointJob } from '../../scripts/checkpoint-job'

/** Rows that a test wrote past the triggers are taken stock of, as a migration does with a new table. */
export const takeStock = async (owner: pg.ClientBase): Promise<void> => {
  await owner.query('DELETE FROM public.row_watch')
  await owner.query('CALL app.watch_rows()')
}

/**
 * Makes a checkpoint over all that stands, at one go. Another database of the same server may hold the line back for a moment: a
 * first checkpoint that did not reach the end would leave what the test wrote by hand to be found behind it.
 */
export const makeCheckpoints = async (owner: pg.ClientBase): Promise<void> => {
  const until = async (question: string, before?: () => Promise<unknown>): Promise<void> => {
    for (let tries = 0; tries < 600; tries++) {
      await before?.()
      const { rows } = await owner.query(`SELECT ${question} AS done`)
      if (rows[0]?.done === true) return
      await pause(50)
    }
    throw new Error('a transaction on this server does not end: nothing could be covered')
  }
  const last =
    'GREATEST((SELECT COALESCE(max(txid), 0) FROM audit_event), (SELECT COALESCE(max(txid), 0) FROM row_mark))'
  await until(`${last} < app.trail_base() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint`)
  await until(`${last} < (SELECT COALESCE(max(end_txid), 0) FROM audit_seal)`, runCheckpointJob)
}
