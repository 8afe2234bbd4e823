import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { NotSignedIn } from '@/lib/db/errors'
import { withWork } from '@/lib/db/work'
import { openGiven } from '../support/given/given'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'
import { drawn } from '../support/sweep'
import { listWeaknesses } from './catalogue'
import { countRows, givenNobodies, type Outsider } from './outsiders'

let owner: pg.Client
let outsiders: Outsider[] = []
let live = ''

beforeAll(async () => {
  owner = await openSuperuser()
  const given = await givenNobodies(owner, openGiven())
  outsiders = given.outsiders
  live = given.live
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

describe('the application’s own credential', () => {
  it('shows rows of each table about people to a live session, so that the zeros below mean something', async () => {
    const seen = await countRows(owner, urls.app, live)
    const empty = [...seen].filter(([, n]) => n === 0).map(([table]) => table)
    // No phone was prepared. A draft key, a receipt, an accreditation and the right to read figures were not given, and no report was saved; an open file asks no circle; counts of
    // files and imports are for who leads the office, the state of the system for admins.
    expect(empty.sort()).toEqual([
      'accreditation',
      'capability_grant',
      'caseload_tally',
      'circle_word',
      'device_store',
      'device_taken',
      'draft_key',
      'handed_table',
      'import',
      'import_mapping',
      'import_match',
      'import_piece',
      'import_row',
      'import_word',
      'instance',
      'job_lease',
      'job_run',
      // No template was brought.
      'letter_document',
      'letter_edition',
      'letter_template',
      'passkey',
      'receipt',
      'report_run',
      'saved_report',
      'submission',
      'system_mark',
      'waiting_entry',
    ])
    expect(seen.size).toBeGreaterThan(20)
  })

  it('shows not one row of any of them without a live session', async () => {
    for (const { what, token } of outsiders) {
      const seen = await countRows(owner, urls.app, token)
      expect({ what, rows: [...seen].filter(([, n]) => n > 0) }).toEqual({ what, rows: [] })
      expect(seen.size).toBeGreaterThan(20)
    }
  })

  it('opens no transaction without a live session', async () => {
    for (const { token } of outsiders)
      await expect(withWork(token ?? '', async () => 'opened')).rejects.toBeInstanceOf(NotSignedIn)
  })

  it('takes whatever is in the token as text', async () => {
    for (const token of [
      `' OR true --`,
      `'; UPDATE session SET revoked_at = NULL; --`,
      '\\',
      '%',
      '\u{1F511}',
    ])
      await expect(withWork(token, async () => 'opened')).rejects.toBeInstanceOf(NotSignedIn)
  })

  it('keeps no context after its transaction, however it ended', async () => {
    const app = new pg.Client({ connectionString: urls.app })
    await app.connect()
    const visible = async () => (await app.query('SELECT count(*)::int AS n FROM person')).rows[0]?.n
    for (const end of ['COMMIT', 'ROLLBACK']) {
      await app.query('BEGIN')
      await app.query('SELECT * FROM app.enter($1)', [live])
      expect(await visible()).toBe(2)
      await app.query(end)
      expect(await visible()).toBe(0)
    }
    await app.end()
  })
})

it('no table, policy, grant, index or function of the database is weaker than the application allows', async () => {
  expect(await listWeaknesses(owner)).toEqual([])
})

const REQUESTS = drawn(400, 2000)
it(`${REQUESTS} crossing requests of 40 people on one pool never see each other’s rows`, async () => {
  const given = openGiven()
  const people = Array.from({ length: 40 }, () => {
    const organisationId = given.organisation()
    const teamId = given.team(organisationId)
    const worker = given.staff(organisationId, 'caseworker', { teams: [teamId] })
    const { id } = given.file({ teamId, workerId: worker })
    return { worker, caseId: id, token: given.tokenFor(worker) }
  })
  await given.save(owner)
  const wrong: string[] = []
  for (let round = 0; round < REQUESTS / 40; round++)
    await Promise.all(
      people.map(async ({ worker, caseId, token }, index) => {
        // Every seventh request ends in an error, so that rolled back connections go round too.
        const request = withWork(token, async (work) => {
          const files = await work.tx.caseFile.findMany({ select: { id: true } })
          const mine = files.length === 1 && files[0]?.id === caseId && work.actor.id === worker
          if (!mine) wrong.push(`${worker} saw ${JSON.stringify(files)}`)
          if ((round + index) % 7 === 0) throw new RangeError('on purpose')
        })
        await request.catch((error: unknown) => {
          if (!(error instanceof RangeError)) throw error
        })
      }),
    )
  expect(wrong).toEqual([])
})
