import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { readTeamRoom, type TeamRoom } from '@/lib/team/team.data'
import { SPANS } from '@/lib/team/team.rules'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { givenRandom } from '../support/given/population'

const today = dayOf(new Date())
const ACCESS = ['granted', 'granted', 'delayed', 'partly_refused', 'refused']
let organisation: GivenOrganisation
let secret = ''
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  const random = givenRandom(20261125)
  const below = (n: number) => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]): T => {
    const one = list[below(list.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const givenFile = (secrecy: 'open' | 'restricted', who = organisation.casey, team = organisation.north) =>
    who.work((work) =>
      insertPersonWithFile(work, {
        person: toNewPerson({ ...emptyPerson, name: 'Kalimo Fictar' }, today),
        file: {
          kind: 'detention',
          teamId: team,
          workerId: who.id,
          openedOn: today,
          status: pick(['active', 'active', 'active', 'closed']),
          risk: pick(['low', 'medium', 'high']),
          secrecy,
          secondMemberId: secrecy === 'open' ? null : organisation.cory.id,
          nextStep: null,
          stay:
            random() < 0.5
              ? { placeId: pick([organisation.placeId, organisation.otherPlaceId]), since: today }
              : null,
        },
      }),
    )
  const files = []
  for (let n = 0; n < 24; n++)
    files.push(await givenFile('open', pick([organisation.casey, organisation.cory])))
  // Heavier than anything, and not to be felt by anyone who is no member.
  const hidden = await givenFile('restricted')
  secret = hidden.caseId
  await organisation.ask(`UPDATE case_file SET risk = 'high', status = 'active' WHERE id = $1`, [secret])
  await givenFile('open', organisation.sol, organisation.south)
  for (let n = 0; n < 30; n++) {
    const visitId = newId()
    const placeId = pick([organisation.placeId, organisation.otherPlaceId])
    const onDate = addDays(today, -below(120))
    await organisation.ask(
      `INSERT INTO visit (id, team_id, place_id, on_date, access, waiting_minutes, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        visitId,
        n % 9 === 0 ? organisation.south : organisation.north,
        placeId,
        onDate,
        pick(ACCESS),
        random() < 0.4 ? null : below(120),
        organisation.casey.id,
      ],
    )
    for (const file of [pick(files), n === 4 ? hidden : pick(files)])
      await organisation.ask(
        `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
         VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8) ON CONFLICT DO NOTHING`,
        [
          newId(),
          visitId,
          file.caseId,
          file.personId,
          placeId,
          onDate,
          pick(['seen', 'seen', 'refused']),
          organisation.casey.id,
        ],
      )
  }
  for (const [from, until] of [
    [-3, 2],
    [-2, -1],
    [-60, -50],
  ] as const)
    await organisation.ask(
      `INSERT INTO centre_closure (id, organisation_id, place_id, from_day, until_day, reason, created_by)
       SELECT $1, organisation_id, $2, $3, $4, 'works', id FROM staff WHERE id = $5`,
      [newId(), organisation.placeId, addDays(today, from), addDays(today, until), organisation.coral.id],
    )
  for (const [who, until] of [
    ['casey', 20],
    ['cory', -5],
    ['sol', 3],
  ] as const)
    await organisation.ask(
      'INSERT INTO accreditation (id, staff_id, place_id, valid_from, valid_until) VALUES ($1, $2, $3, $4, $5)',
      [newId(), organisation[who].id, organisation.placeId, addDays(today, -300), addDays(today, until)],
    )
})
afterAll(() => organisation.close())

const room = (who: 'coral' | 'sola' | 'stranger', span: (typeof SPANS)[number] = 90): Promise<TeamRoom> =>
  organisation[who].work((work) => readTeamRoom(work, span))
const loadOf = (shown: TeamRoom, staffId: string) => shown.loads.find((load) => load.staffId === staffId)

describe('the team room', () => {
  it('weighs the open files as an independent recount does', async () => {
    const recount = await organisation.ask(
      `SELECT f.worker_id, count(*)::int AS files,
              sum(2 + CASE f.risk WHEN 'high' THEN 2 WHEN 'medium' THEN 1 ELSE 0 END
                    + (EXISTS (SELECT 1 FROM place_stay s JOIN place p ON p.id = s.place_id
                                WHERE s.case_id = f.id AND s.until IS NULL AND p.kind = 'closed_centre'))::int)::int AS points
         FROM case_file f WHERE f.team_id = $1 AND f.secrecy = 'open' AND f.status <> 'closed' GROUP BY f.worker_id`,
      [organisation.north],
    )
    const shown = await room('coral')
    expect(recount).toHaveLength(2)
    for (const { worker_id, files, points } of recount)
      expect(loadOf(shown, String(worker_id))).toMatchObject({ files, points, covers: 0 })
    expect(loadOf(shown, organisation.coral.id)).toMatchObject({ files: 0, points: 0 })
    expect(loadOf(shown, organisation.sol.id)).toBeUndefined()
  })

  it('does not let a restricted file be felt by anyone who is no member, and counts it for a member', async () => {
    const before = loadOf(await room('coral'), organisation.casey.id)
    const centres = (await room('coral', 365)).centres.map(({ people }) => people)
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ($1, $2, $3, 'circle', $4)`,
      [newId(), secret, organisation.coral.id, organisation.casey.id],
    )
    const after = loadOf(await room('coral'), organisation.casey.id)
    expect(after?.files).toBe((before?.files ?? 0) + 1)
    expect(after?.points).toBeGreaterThanOrEqual((before?.points ?? 0) + 4)
    const seen = (await room('coral', 365)).centres.map(({ people }) => people)
    expect(seen.every((people, index) => people >= (centres[index] ?? 0))).toBe(true)
    await organisation.ask(
      `UPDATE case_member SET valid_until = now() WHERE case_id = $1 AND staff_id = $2`,
      [secret, organisation.coral.id],
    )
    expect(loadOf(await room('coral'), organisation.casey.id)).toEqual(before)
  })

  it.each(SPANS)('counts visits and what stood in the way over %i days as a recount does', async (span) => {
    const shown = await room('coral', span)
    for (const placeId of [organisation.placeId, organisation.otherPlaceId]) {
      const [row] = await organisation.ask(
        `SELECT count(*)::int AS visits, count(*) FILTER (WHERE access = 'refused')::int AS refused,
                count(*) FILTER (WHERE access IN ('delayed', 'partly_refused'))::int AS hindered,
                count(waiting_minutes)::int AS waited,
                round(percentile_cont(0.5) WITHIN GROUP (ORDER BY waiting_minutes)::numeric)::int AS middle,
                (SELECT count(DISTINCT e.person_id)::int FROM encounter e JOIN visit w ON w.id = e.visit_id
                  JOIN case_file f ON f.id = e.case_id
                  WHERE w.place_id = $2 AND w.team_id = $1 AND w.on_date BETWEEN $3 AND $4
                    AND e.outcome = 'seen' AND f.secrecy = 'open') AS people,
                (SELECT count(DISTINCT d)::int FROM centre_closure c,
                  generate_series(greatest(c.from_day, $3::date), least(c.until_day, $4::date), '1 day') d
                  WHERE c.place_id = $2) AS closed
           FROM visit WHERE team_id = $1 AND place_id = $2 AND on_date BETWEEN $3 AND $4`,
        [organisation.north, placeId, addDays(today, 1 - span), today],
      )
      expect(shown.centres.find(({ id }) => id === placeId)).toMatchObject({
        visits: row?.visits,
        refused: row?.refused,
        hindered: row?.hindered,
        waited: row?.waited,
        waitingMinutes: row?.middle,
        people: row?.people,
        closedDays: row?.closed,
      })
    }
  })

  it('names the badges of their own colleagues that end or have ended', async () => {
    const { badges } = await room('coral')
    expect(badges.map(({ staffId, until }) => [staffId, until])).toEqual([
      [organisation.cory.id, addDays(today, -5)],
      [organisation.casey.id, addDays(today, 20)],
    ])
    expect((await room('sola')).badges.map(({ staffId }) => staffId)).toEqual([organisation.sol.id])
  })

  it('shows nothing of it to the coordinator of another organisation', async () => {
    const { loads, badges, centres } = await room('stranger', 365)
    expect(loads).toMatchObject([{ staffId: organisation.stranger.id, files: 0, points: 0 }])
    expect(badges).toEqual([])
    expect(centres.every(({ visits, people, closedDays }) => visits + people + closedDays === 0)).toBe(true)
  })
})
