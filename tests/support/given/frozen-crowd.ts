type Ask = (sql: string, values?: readonly unknown[]) => Promise<unknown>

/**
 * Every frozen person of a snapshot again, so many times, with numbers and keys of their own: what is released of thousands,
 * without thousands of files.
 */
export async function givenFrozenCrowd(ask: Ask, snapshotId: string, times: number): Promise<void> {
  await ask(
    `INSERT INTO sdc_record (snapshot_id, unit, row, person, rk, event, event_key, hh, org, centre, nationality, age_band, topic, signal, step)
     SELECT snapshot_id, unit, row + k * span, person + k * span, hashtext(person || '/' || k), event + k * span,
            hashtext(event || '|' || k), hh + k * span, org, centre, nationality, age_band, topic, signal, step
       FROM sdc_record CROSS JOIN generate_series(1, $2::int) AS k
            CROSS JOIN (SELECT max(greatest(row, person, event, hh)) + 1 AS span FROM sdc_record WHERE snapshot_id = $1) AS wide
      WHERE snapshot_id = $1`,
    [snapshotId, times],
  )
  // As the database does by itself a minute later: without it, it plans for the few that were there.
  await ask('ANALYZE sdc_record')
}
