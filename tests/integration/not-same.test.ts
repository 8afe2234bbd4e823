import { afterAll, beforeAll, expect, it } from 'vitest'
import { joinFile } from '@/lib/cases/file-people.actions'
import { openFile } from '@/lib/cases/intake.actions'
import { disconnect } from '@/lib/db/client'
import { blankEncounter, blankStranger } from '@/lib/detention/blank-encounter'
import { recordVisit } from '@/lib/detention/visit.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { newId } from '@/lib/shared/ids'
import { givenCircle } from '../support/given/circle'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const intake = (teamId: string, notSame?: readonly string[]) => ({
  ...emptyPerson,
  name: 'Amaru Testaro',
  kind: 'detention',
  teamId,
  placeId: '',
  since: '',
  nextStep: '',
  nextStepOn: '',
  ...(notSame === undefined ? {} : { notSame }),
})
const opened = async (who: 'casey' | 'cory' | 'sol', notSame?: readonly string[]) => {
  const teamId = who === 'sol' ? organisation.south : organisation.north
  const answer = await act(organisation[who].token, openFile, intake(teamId, notSame))
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}
const pairsOf = (personId: string) =>
  organisation.ask('SELECT other_id, said_by FROM not_same WHERE person_id = $1', [personId])
const seenBy = (who: 'casey' | 'coral' | 'cory' | 'sol' | 'gus' | 'ada', personId: string) =>
  organisation[who].work((work) => work.tx.notSame.count({ where: { personId } }))

it('remembers with an intake who was put aside, for anyone who reaches both', async () => {
  const known = await opened('casey')
  const made = await opened('casey', [known.personId, known.personId])
  expect(await pairsOf(made.personId)).toEqual([{ other_id: known.personId, said_by: organisation.casey.id }])
  expect(await seenBy('casey', made.personId)).toBe(1)
  expect(await seenBy('coral', made.personId)).toBe(1)
  for (const who of ['cory', 'sol', 'gus', 'ada'] as const) expect(await seenBy(who, made.personId)).toBe(0)
})

it('is not known to anyone who reaches one of the two alone', async () => {
  const known = await opened('casey')
  const made = await opened('casey', [known.personId])
  await organisation.ask('UPDATE case_file SET worker_id = $2 WHERE id = $1', [
    made.caseId,
    organisation.cory.id,
  ])
  expect(await seenBy('casey', made.personId)).toBe(0)
  expect(await seenBy('cory', made.personId)).toBe(0)
  expect(await seenBy('coral', made.personId)).toBe(1)
})

it('answers alike whether someone out of reach or a person who never was is put aside, and keeps neither', async () => {
  const theirs = await opened('sol')
  for (const otherId of [theirs.personId, newId()]) {
    const made = await opened('casey', [otherId])
    expect(await pairsOf(made.personId)).toEqual([])
  }
  const made = await opened('casey')
  const row = (personId: string, otherId: string) =>
    organisation.casey
      .work((work) =>
        work.tx.notSame.createMany({ data: [{ id: newId(), personId, otherId, saidBy: work.actor.id }] }),
      )
      .then(
        () => 'written',
        (error: unknown) => /42501/.exec(String(error))?.[0] ?? String(error),
      )
  expect(await row(made.personId, theirs.personId)).toBe('42501')
  expect(await row(theirs.personId, made.personId)).toBe('42501')
})

it('remembers it of a person who joins a file, and of a new person on a visit', async () => {
  const known = await opened('casey')
  const file = await givenCircle(organisation, 'open')
  const joined = await act(organisation.casey.token, joinFile, {
    ...emptyPerson,
    caseId: file.id,
    personId: '',
    name: 'Amaru Testaro',
    notSame: [known.personId],
    role: 'sibling',
    basis: '',
    since: '2026-01-05',
    placeId: '',
    placeSince: '',
  })
  if (!joined.ok) throw new Error(joined.code)
  expect(await pairsOf(joined.value.personId)).toMatchObject([{ other_id: known.personId }])

  const stranger = { ...blankStranger(), name: 'Amaru Testaro', notSame: [known.personId] }
  const visit = await act(organisation.casey.token, recordVisit, {
    teamId: organisation.north,
    placeId: organisation.placeId,
    onDate: '2026-01-06',
    header: 'proposed',
    mode: 'in_person',
    startsAt: '',
    endsAt: '',
    access: 'granted',
    waitingMinutes: '',
    visitors: [organisation.casey.id],
    encounters: [{ ...blankEncounter(stranger), outcome: 'seen' }],
    groups: [],
    observations: [],
  })
  if (!visit.ok) throw new Error(JSON.stringify(visit))
  const [met] = await organisation.ask('SELECT person_id FROM encounter WHERE visit_id = $1', [
    visit.value.visitId,
  ])
  expect(await pairsOf(String(met?.person_id))).toMatchObject([{ other_id: known.personId }])
})
