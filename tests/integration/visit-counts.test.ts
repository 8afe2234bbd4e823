import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { blankEncounter, knownPerson } from '@/lib/detention/blank-encounter'
import { recordVisit } from '@/lib/detention/visit.actions'
import type { VisitForm } from '@/lib/detention/visit.schema'
import { dayOf } from '@/lib/shared/dates'
import { runStatisticsJob } from '@/scripts/statistics-job'
import { givenAnswers, usualAnswer } from '../support/given/counted'
import { openGiven } from '../support/given/given'
import { givenRandom } from '../support/given/population'
import { act } from '../support/handlers'
import { urls } from '../support/own-database'
import { drawn } from '../support/sweep'

// Figures of those who agreed, recounted from what two colleagues did, by nothing but a list of it: merged visits, people met twice
// a day, nights of a quarter's end, and days on which the clocks change.

const owner = new pg.Client({ connectionString: urls.superuser })
const ask = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await owner.query(sql, values)).rows
const given = openGiven()

/** Moves the clock of the organisation, and the sessions with it. */
const moveTo = async (at: string): Promise<void> => {
  await ask(
    `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${at}'::timestamptz $$`,
  )
  await ask(
    `UPDATE session SET created_at = $1, last_seen_at = $1, second_step_at = $1, expires_at = $1::timestamptz + interval '1 hour'`,
    [at],
  )
}

beforeAll(() => owner.connect())
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const MOMENTS = [
  '2026-01-20T09:00:00Z', // an ordinary day
  '2026-03-29T00:59:00Z', // the clocks go forward
  '2026-03-29T01:01:00Z',
  '2026-03-31T21:59:00Z', // the last minute of a quarter in Brussels
  '2026-03-31T22:01:00Z', // the first of the next
  '2026-05-04T15:00:00Z',
  '2026-06-30T21:59:00Z',
  '2026-06-30T22:01:00Z',
  '2026-08-11T10:00:00Z',
]
const quarterOf = (at: string): string => {
  const day = dayOf(new Date(at))
  return `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`
}

it('counts people, encounters and visits as an independent list does', async () => {
  const organisation = given.organisation()
  const teamId = given.team(organisation)
  const placeId = given.place()
  const [anna, ben] = [0, 1].map(() => given.staff(organisation, 'caseworker', { teams: [teamId] }))
  if (anna === undefined || ben === undefined) throw new Error('nobody')
  const tokens = new Map([anna, ben].map((one) => [one, given.tokenFor(one)]))
  const people = Array.from({ length: drawn(30, 60) }, () => {
    const caseId = given.file({ teamId, workerId: anna }).id
    given.member({ caseId, staffId: ben, addedBy: anna, from: new Date('2025-12-01') })
    return { caseId, personId: given.person({ caseIds: [caseId], createdBy: anna }) }
  })
  await given.save(owner)
  await givenAnswers(ask, anna, people)
  const agreed = new Set(people.flatMap(({ personId }, n) => (usualAnswer(n) === 'given' ? personId : [])))

  const random = givenRandom(77)
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  /** Every encounter by what makes it one, with the moment of its first account and whether anyone saw the person. */
  const told = new Map<string, { at: string; day: string; personId: string; isMet: boolean }>()
  for (const at of MOMENTS) {
    await moveTo(at)
    for (const staffId of [anna, ben, anna]) {
      const day = dayOf(new Date(at))
      const mode: VisitForm['mode'] = random() < 0.9 ? 'in_person' : 'phone'
      const cards = people
        .filter(() => random() < 0.2)
        .map((of) => {
          const isAgain = random() < 0.2
          const outcome = pick(['seen', 'seen', 'not_seen', 'gone'] as const)
          const metAt = isAgain ? pick(['15:00', '16:10']) : ''
          return { of, card: { ...blankEncounter(knownPerson(of)), isAgain, metAt, outcome } }
        })
      const form: VisitForm = {
        teamId,
        placeId,
        onDate: day,
        header: 'said',
        mode,
        startsAt: '',
        endsAt: '',
        access: 'granted',
        waitingMinutes: '',
        visitors: [staffId],
        encounters: cards.map(({ card }) => card),
        groups: [],
        observations: [],
      }
      const answer = await act(tokens.get(staffId) ?? null, recordVisit, form)
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      for (const { of, card } of cards) {
        const name = [day, of.personId, mode, card.isAgain, card.metAt].join(' ')
        const before = told.get(name)
        const isMet = card.outcome === 'seen' || before?.isMet === true
        told.set(name, { at: before?.at ?? at, day, personId: of.personId, isMet })
      }
    }
  }
  await moveTo('2026-11-24T12:00:00Z')
  await runStatisticsJob()

  for (const quarter of ['2026-01-01', '2026-04-01', '2026-07-01']) {
    const met = [...told.values()].filter(
      (one) => one.isMet && quarterOf(one.at) === quarter && agreed.has(one.personId),
    )
    // The snapshot keeps at most five of one person's conversations and days: more would not be a count of everything.
    const perPerson = new Map<string, number>()
    for (const { personId } of met) perPerson.set(personId, (perPerson.get(personId) ?? 0) + 1)
    const counted = met.filter(({ personId }) => (perPerson.get(personId) ?? 0) <= 5)
    expect(counted.length).toBe(met.length)
    const [seen] = await ask(
      `SELECT count(DISTINCT person) FILTER (WHERE unit = 'person')::int AS people,
              count(DISTINCT event) FILTER (WHERE unit = 'encounter')::int AS encounters,
              count(DISTINCT event) FILTER (WHERE unit = 'visit')::int AS visits
         FROM sdc_record r JOIN snapshot s ON s.id = r.snapshot_id
        WHERE s.period_kind = 'quarter' AND s.period_start = $1`,
      [quarter],
    )
    expect({ quarter, ...seen }).toEqual({
      quarter,
      people: new Set(met.map(({ personId }) => personId)).size,
      encounters: met.length,
      visits: new Set(met.map(({ day }) => day)).size,
    })
  }
  const [visits] = await ask('SELECT count(*)::int AS n FROM visit')
  expect(visits).toEqual({ n: new Set(MOMENTS.map((at) => dayOf(new Date(at)))).size })
})
