import type { Stay } from '@/lib/cases/silence.rules'
import { addDays, type Day } from '@/lib/shared/dates'
import { newCode, newId } from '@/lib/shared/ids'
import type { GivenOrganisation } from './organisation'

/** What happened in a file, kept beside the database so that rules can be asked about it. */
export type GivenHistory = {
  readonly id: string
  readonly code: string
  readonly status: string
  readonly risk: string
  readonly openedOn: Day
  readonly nextStepOn: Day | null
  readonly seenOn: readonly Day[]
  readonly goneOn: readonly Day[]
  readonly notedOn: readonly Day[]
  readonly stays: readonly Stay[]
}

/**
 * Random files of the northern office over the year 2026. Part of what is written is changed or taken away again, because
 * the database keeps days beside a file and must keep them through that too.
 */
export const givenHistories = async (
  organisation: GivenOrganisation,
  random: () => number,
  count: number,
): Promise<GivenHistory[]> => {
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0]
  const day = (): Day => addDays('2026-01-01', Math.floor(random() * 364))
  const days = (most: number): Day[] => Array.from({ length: Math.floor(random() * (most + 1)) }, day)
  const [home] = await organisation.ask(
    `SELECT id FROM place WHERE kind <> 'closed_centre' ORDER BY position LIMIT 1`,
  )
  const visitId = newId()
  await organisation.ask(
    'INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, $4, $5)',
    [visitId, organisation.north, organisation.placeId, '2026-01-01', organisation.casey.id],
  )
  const histories: GivenHistory[] = []
  for (let n = 0; n < count; n++) {
    const [id, personId, code] = [newId(), newId(), newCode()]
    const status = pick(['active', 'active', 'follow_up', 'on_hold', 'closed'])
    const risk = pick(['low', 'medium', 'high', 'unheard_of'])
    const openedOn = day()
    const nextStepOn = pick([null, day()])
    await organisation.ask('INSERT INTO person (id, code, created_by) VALUES ($1, $2, $3)', [
      personId,
      code,
      organisation.casey.id,
    ])
    await organisation.ask(
      `INSERT INTO case_file (id, code, kind, status, risk, team_id, worker_id, opened_on, next_step_on, next_step_cipher, created_by)
       VALUES ($1, $2, 'detention', 'active', 'low', $3, $4, $5, $6, $7, $4)`,
      [
        id,
        code,
        organisation.north,
        pick([organisation.casey.id, organisation.cory.id]),
        openedOn,
        nextStepOn,
        nextStepOn && Buffer.from('x'),
      ],
    )
    await organisation.ask('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [id, personId])
    const encounter = (outcome: string, metOn: Day) =>
      organisation.ask(
        `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
         VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8)`,
        [newId(), visitId, id, personId, organisation.placeId, metOn, outcome, organisation.casey.id],
      )
    const [seenOn, goneOn, notedOn] = [days(3), days(random() < 0.5 ? 1 : 0), days(2)]
    for (const metOn of seenOn) await encounter('seen', metOn)
    for (const metOn of goneOn) await encounter('gone', metOn)
    if (random() < 0.3) await encounter('refused', day())
    for (const on of notedOn)
      await organisation.ask(
        `INSERT INTO note (id, case_id, kind, happened_on, body_cipher, author_id) VALUES ($1, $2, 'note', $3, '\\x00', $4)`,
        [newId(), id, on, organisation.casey.id],
      )
    const stays: Stay[] = []
    for (let s = 0; s < pick([0, 0, 1, 1, 2]); s++) {
      const stay = { since: pick([null, day(), day()]), isClosedCentre: random() < 0.6 }
      stays.push(stay)
      await organisation.ask(
        'INSERT INTO place_stay (id, case_id, person_id, place_id, since) VALUES ($1, $2, $3, $4, $5)',
        [newId(), id, personId, stay.isClosedCentre ? organisation.placeId : home?.id, stay.since],
      )
    }
    // Said, and taken back: a later conversation that was a mistake, a stay that had ended.
    if (random() < 0.3) {
      await encounter('seen', '2026-12-30')
      await organisation.ask(
        `DELETE FROM encounter WHERE case_id = $1 AND met_on = '2026-12-30' AND NOT met_on = ANY ($2::date[])`,
        [id, seenOn],
      )
    }
    if (random() < 0.3) {
      const over = newId()
      await organisation.ask(
        'INSERT INTO place_stay (id, case_id, person_id, place_id, since) VALUES ($1, $2, $3, $4, $5)',
        [over, id, personId, organisation.placeId, day()],
      )
      await organisation.ask('UPDATE place_stay SET until = since WHERE id = $1', [over])
    }
    await organisation.ask('UPDATE case_file SET status = $2, risk = $3 WHERE id = $1', [id, status, risk])
    histories.push({ id, code, status, risk, openedOn, nextStepOn, seenOn, goneOn, notedOn, stays })
  }
  return histories
}
