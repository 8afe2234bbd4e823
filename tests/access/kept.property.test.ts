import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listKept, type Register } from '@/lib/cases/filled-registers.data'
import { disconnect } from '@/lib/db/client'
import type { Tx } from '@/lib/db/transact'
import { withWork } from '@/lib/db/work'
import { openGiven } from '../support/given/given'
import { openSuperuser } from '../support/superuser'
import { drawn } from '../support/sweep'
import { givenWorld } from './world'

// What a file page believes to be kept of a file, beside the rows themselves as the same reader sees them.

let owner: pg.Client
beforeAll(async () => {
  owner = await openSuperuser()
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const ROWS: Readonly<Record<Register, (tx: Tx, caseId: string) => Promise<number>>> = {
  asylum_application: (tx, caseId) => tx.asylumApplication.count({ where: { caseId } }),
  asylum_event: (tx, caseId) => tx.asylumEvent.count({ where: { caseId } }),
  stay_document: (tx, caseId) => tx.stayDocument.count({ where: { caseId } }),
  reception_stay: (tx, caseId) => tx.receptionStay.count({ where: { caseId } }),
  legal_mandate: (tx, caseId) => tx.legalMandate.count({ where: { caseId } }),
  special_need: (tx, caseId) => tx.specialNeed.count({ where: { caseId } }),
  screening: (tx, caseId) => tx.screening.count({ where: { caseId } }),
  matter_step: (tx, caseId) => tx.matterStep.count({ where: { caseId } }),
  guardianship_event: (tx, caseId) => tx.guardianshipEvent.count({ where: { caseId } }),
  detention_episode: (tx, caseId) => tx.detentionEpisode.count({ where: { caseId } }),
  detention_event: (tx, caseId) => tx.detentionEvent.count({ where: { caseId } }),
  referral: (tx, caseId) => tx.referral.count({ where: { caseId } }),
  activity: (tx, caseId) => tx.activity.count({ where: { caseId } }),
  appointment: (tx, caseId) => tx.appointment.count({ where: { caseId } }),
  group_person: (tx, caseId) => tx.groupPerson.count({ where: { caseId } }),
  safe_contact: (tx, caseId) => tx.safeContact.count({ where: { caseId } }),
  consent: (tx, caseId) => tx.consent.count({ where: { caseId } }),
  glass: (tx, caseId) => tx.glass.count({ where: { caseId } }),
  legal_hold: (tx, caseId) => tx.legalHold.count({ where: { caseId, liftedAt: null } }),
  goal: (tx, caseId) => tx.goal.count({ where: { caseId, state: 'open' } }),
  note: (tx, caseId) => tx.note.count({ where: { caseId, pinnedAt: { not: null } } }),
  encounter: (tx, caseId) => tx.encounter.count({ where: { caseId, pinnedAt: { not: null } } }),
}

it('what is kept of a file is what its reader can read there, register by register', async () => {
  const world = await givenWorld(owner, 2611, { staff: 12, files: 24, visits: 24 })
  const given = openGiven()
  for (const { id, workerId } of world.files.slice(0, 12)) {
    const [person] = world.persons.filter(({ caseIds }) => caseIds[0] === id)
    if (person === undefined) continue
    given.guardianship({ caseId: id, personId: person.id, createdBy: workerId })
  }
  await given.save(owner)
  // What stands in the table and does not count any more, in every second file.
  const half = world.files.filter((_file, index) => index % 2 === 0).map(({ id }) => id)
  await owner.query('UPDATE note SET pinned_at = now() WHERE case_id = ANY ($1)', [half])
  await owner.query('UPDATE encounter SET pinned_at = now() WHERE case_id = ANY ($1)', [half])
  await owner.query(
    `UPDATE goal SET state = 'reached', ended_at = now(), ended_by = created_by WHERE case_id = ANY ($1)`,
    [half],
  )
  await owner.query(
    'UPDATE legal_hold SET lifted_at = now(), lifted_by = placed_by, lifted_cipher = words_cipher WHERE case_id = ANY ($1)',
    [half],
  )

  const [met, missed] = [new Set<string>(), new Set<string>()]
  for (const [index, { token }] of world.actors.entries())
    await withWork(token, async (work) => {
      // Half of the files by each of them; in a sweep all.
      for (const { id } of world.files.filter((_file, at) => (at + index) % drawn(2, 1) === 0)) {
        const expected: string[] = []
        for (const [register, count] of Object.entries(ROWS))
          if ((await count(work.tx, id)) > 0) expected.push(register)
        const kept = [...(await listKept(work, id))]
        expect(kept.sort()).toEqual(expected.sort())
        for (const register of Object.keys(ROWS))
          (kept.some((one) => one === register) ? met : missed).add(register)
      }
    })
  // Each of them was there for someone, and was not for someone else.
  expect([...met].sort()).toEqual(Object.keys(ROWS).sort())
  expect([...missed].sort()).toEqual(Object.keys(ROWS).sort())
})
