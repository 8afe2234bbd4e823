import pg from 'pg'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { hashPassword } from '@/lib/accounts/password-hash'
import { rotateSession } from '@/lib/accounts/session.data'
import { startSession } from '@/lib/accounts/sign-in.data'
import { disconnect } from '@/lib/db/client'
import { withAuthWork } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import type { Role } from '@/lib/shared/roles'
import { urls } from '../own-database'

// Two organisations with accounts that have passwords, and a clock that stands still: for the tests of signing in and of its administration.

let owner: pg.Client
export const PASSWORD = 'lantern gravel piano otter'
/** From where one signs in. */
export const here = { address: '192.0.2.10' }
let passwordHash = ''
export const givenPasswordHash = (): string => passwordHash
const organisationId = newId()
export const otherOrganisationId = newId()
export const teamId = newId()

export const ask = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await owner.query(sql, values)).rows

/** Moves the clock of policies and code; the frozen moment holds until the next call. */
export const setClock = (moment: string) =>
  ask(`CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE SET search_path = ''
       RETURN '${moment}'::timestamptz`)
export const at = (minutes: number) =>
  new Date(Date.parse('2026-11-24T08:00:00Z') + minutes * 60_000).toISOString()

type Given = { role?: Role; active?: boolean; organisation?: string; leads?: boolean }
export const givenStaff = async ({
  role = 'caseworker',
  active = true,
  organisation,
  leads = false,
}: Given = {}) => {
  const id = newId()
  const email = `${id}@havenlicht.example`
  await ask(
    'INSERT INTO staff (id, organisation_id, role, name, active, vouched_at) VALUES ($1, $2, $3, $4, $5, app.now())',
    [id, organisation ?? organisationId, role, `Voorbeeld ${id.slice(-4)}`, active],
  )
  if (organisation === undefined && role !== 'admin')
    await ask('INSERT INTO team_member (staff_id, team_id, leads) VALUES ($1, $2, $3)', [id, teamId, leads])
  await ask(
    'INSERT INTO credential (staff_id, email, password_hash, password_set_at) VALUES ($1, $2, $3, now())',
    [id, email, passwordHash],
  )
  return { id, email }
}

/** A session that has done what its account owes. */
export const givenSession = async (staffId: string) => {
  const token = await startSession({ staffId, device: 'firefox-linux' })
  return (await withAuthWork((work) => rotateSession(work, token))) ?? ''
}

/** Called once by a file of tests: its organisations before them, the clock and the throttle before each. */
export const useAccounts = (): void => {
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: urls.superuser })
    await owner.connect()
    passwordHash = await hashPassword(PASSWORD)
    for (const [id, name] of [
      [organisationId, 'Havenlicht'],
      [otherOrganisationId, 'Ander Licht'],
    ])
      await ask("INSERT INTO organisation (id, name, kind) VALUES ($1, $2, 'real')", [id, name])
    await ask('INSERT INTO team (id, organisation_id, name) VALUES ($1, $2, $3)', [
      teamId,
      organisationId,
      'Noord',
    ])
  })
  beforeEach(async () => {
    await setClock(at(0))
    await ask('DELETE FROM throttle')
  })
  afterAll(async () => {
    await owner.end()
    await disconnect()
  })
}
