import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  const { ask, casey } = organisation
  await ask('BEGIN')
  await ask('SET LOCAL session_replication_role = replica')
  await ask(
    `INSERT INTO session (id, staff_id, token_hash, created_at, last_seen_at, expires_at, second_step_due, device)
     SELECT gen_random_uuid(), $1, encode(sha256(n::text::bytea), 'hex'), app.now(), app.now(), app.now() + interval '8 hours', false, 'firefox'
       FROM generate_series(1, 2000) n`,
    [casey.id],
  )
  await ask(
    `INSERT INTO device_store (id, device_id, staff_id, name, token_hash)
     SELECT gen_random_uuid(), gen_random_uuid(), $1, 'invented', encode(sha256(n::text::bytea), 'hex') FROM generate_series(1, 2000) n`,
    [casey.id],
  )
  await ask('COMMIT')
  await ask('ANALYZE session')
  await ask('ANALYZE device_store')
})
afterAll(() => organisation.close())

/** How many rows of the two tables a statement reads, where no row has the hash of the token. */
const readBy = async (statement: string): Promise<number> => {
  const { ask } = organisation
  await ask('BEGIN')
  await ask(`SELECT set_config('app.device_token', 'of no phone', true)`)
  await ask(statement)
  const [row] = await ask(
    `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables
      WHERE schemaname = 'public' AND relname IN ('session', 'device_store')`,
  )
  await ask('ROLLBACK')
  return Number(row?.read)
}

// The hash is stored as character(64). Compared with text no index would serve, and every transaction would read every session.
it('who asks is found by the hash of a token, without a look at the sessions and phones of others', async () => {
  expect(await readBy('SELECT FROM app.live_session()')).toBe(0)
})

it('so is the phone that sends a text', async () => {
  const { casey } = organisation
  const text = `'\\x'::bytea, '\\x'::bytea, 'visit', 'finished', gen_random_uuid(), NULL, 1, now(), 0`
  expect(
    await readBy(
      `SELECT app.take_submission('of no phone', '${casey.id}', gen_random_uuid(), gen_random_uuid(), 'hash', ${text})`,
    ),
  ).toBe(0)
})
