import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { readAnswersMissing } from '@/lib/statistics/answers.data'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'

let organisation: GivenOrganisation

/** So many people were met on 20 November, of whom four in five were never asked. */
const met = 60
const unasked = 48

const at = (moment: string) =>
  organisation.ask(
    `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${moment}'::timestamptz $$`,
  )
const told = (who: 'casey' | 'coral' | 'sola' | 'ada' | 'stranger') =>
  organisation[who].work(readAnswersMissing)

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await givenMetPeople(organisation, {
    n: met,
    enteredOn: '2026-11-20',
    seed: 41,
    answerOf: (n) => (n % 10 === 0 ? 'given' : n % 10 === 5 ? 'refused' : 'unasked'),
  })
  await organisation.ask(`UPDATE encounter SET outcome = 'seen'`)
  await organisation.ask(
    `UPDATE session SET created_at = '2026-11-24T11:59:00Z', last_seen_at = '2027-01-01T00:00:00Z', second_step_at = '2026-11-24T11:59:00Z',
            expires_at = '2027-06-01T00:00:00Z'`,
  )
})

afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe('answers that are missing before a quarter ends', () => {
  it('are told from 45 days before its last day: exact to who leads the office, rounded to admins, to no one else', async () => {
    await at('2026-11-15T12:00:00Z')
    expect(await told('coral')).toBeNull()
    await at('2026-11-16T12:00:00Z')
    expect(await told('coral')).toEqual({ people: unasked, until: '2026-12-31', days: 45 })
    expect(await told('ada')).toEqual({ people: 50, until: '2026-12-31', days: 45 })
    for (const who of ['casey', 'sola', 'stranger'] as const) expect(await told(who)).toBeNull()
  })

  it('do not move for a restricted file, nor for who leads the office and is in it', async () => {
    await at('2026-12-20T12:00:00Z')
    const [one] = await organisation.ask(
      `SELECT f.id FROM case_file f JOIN case_person p ON p.case_id = f.id
        WHERE f.secrecy = 'open' AND NOT EXISTS (SELECT FROM consent c WHERE c.person_id = p.person_id) ORDER BY f.id LIMIT 1`,
    )
    await organisation.ask(`UPDATE case_file SET secrecy = 'restricted' WHERE id = $1`, [one?.id])
    expect(await told('coral')).toMatchObject({ people: unasked - 1, days: 11 })
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES (gen_random_uuid(), $1, $2, 'circle', $3)`,
      [one?.id, organisation.coral.id, organisation.casey.id],
    )
    expect(await told('coral')).toMatchObject({ people: unasked - 1 })
    await organisation.ask(`UPDATE case_file SET secrecy = 'open' WHERE id = $1`, [one?.id])
    expect(await told('coral')).toMatchObject({ people: unasked })
  })

  it('leave out restricted files in the number of an admin too', async () => {
    await at('2026-12-20T12:00:00Z')
    const unaskedFiles = `SELECT f.id FROM case_file f JOIN case_person p ON p.case_id = f.id
        WHERE NOT EXISTS (SELECT FROM consent c WHERE c.person_id = p.person_id) ORDER BY f.id LIMIT 10`
    await organisation.ask(`UPDATE case_file SET secrecy = 'restricted' WHERE id IN (${unaskedFiles})`)
    expect(await told('coral')).toMatchObject({ people: unasked - 10 })
    expect(await told('ada')).toMatchObject({ people: 40 })
    await organisation.ask(`UPDATE case_file SET secrecy = 'open' WHERE id IN (${unaskedFiles})`)
    expect(await told('ada')).toMatchObject({ people: 50 })
  })
})
