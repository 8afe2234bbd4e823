import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readActivitiesPart } from '@/lib/activities/activities-page.data'
import { saveActivity, takeActivityBack } from '@/lib/activities/activity.actions'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { editEncounter } from '@/lib/detention/entry.actions'
import { editVisitHours } from '@/lib/detention/visit.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { closeProject, saveProject } from '@/lib/projects/project.actions'
import { listProjects } from '@/lib/projects/project.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { listTimeline } from '@/lib/timeline/timeline.data'
import { anActivity, aProject } from '../support/given/activities'
import { openGiven } from '../support/given/given'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { openSuperuser } from '../support/superuser'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const givenFile = (secrecy: 'open' | 'restricted' = 'open') =>
  organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Selamo Fictar' }, today),
      file: {
        kind: 'general',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy,
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )
type Who = 'casey' | 'coral' | 'sol' | 'ada' | 'stranger'
type File = { readonly caseId: string; readonly personId: string }
const save = ({ caseId, personId }: File, change: Record<string, unknown> = {}, who: Who = 'casey') =>
  act(organisation[who].token, saveActivity, anActivity(caseId, personId, change))
const subjectOf = (answer: Awaited<ReturnType<typeof save>>): string => {
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.subjectId
}
const partOf = ({ caseId }: File, who: Who = 'casey') =>
  organisation[who].work(async (work) => readActivitiesPart(work, await getCaseHeader(work, caseId)))
const givenProject = async (change: Record<string, unknown> = {}) => {
  const answer = await act(organisation.ada.token, saveProject, aProject(change))
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.projectId
}

describe('an activity', () => {
  it('is written down, corrected by the next row, told by the timeline and taken back', async () => {
    const file = await givenFile()
    const subjectId = subjectOf(await save(file))
    await save(file, { subjectId, version: 1, way: 'phone', minutes: '' })
    const told = () =>
      organisation.casey.work(async (work) =>
        (await listTimeline(work, file.caseId, { kinds: ['activity'], before: null, since: null })).items.map(
          ({ id, on }) => ({ id, on }),
        ),
      )
    expect(await told()).toEqual([{ id: subjectId, on: '2026-03-01' }])
    const { current, last } = await partOf(file)
    expect(current).toMatchObject([
      { row: { way: 'phone', minutes: null }, earlier: [{ way: 'court', minutes: 45 }] },
    ])
    expect(last).toEqual({ way: 'phone', projectId: null })
    const back = { caseId: file.caseId, subjectId, version: 2, mistake: 'recorded_twice' }
    expect(await act(organisation.casey.token, takeActivityBack, back)).toMatchObject({ ok: true })
    expect(await told()).toEqual([])
    expect((await partOf(file)).mistakes).toHaveLength(1)
  })

  it.each([
    ['still to come', { on: addDays(today, 1) }, { on: 'inTheFuture' }],
    ['of more than a day', { minutes: '1441' }, { minutes: 'tooMany' }],
    ['of no minute', { minutes: '0' }, { minutes: 'notANumber' }],
    ['at a place that is none', { placeId: newId() }, { placeId: 'unknownChoice' }],
    ['for a project that is none', { projectId: newId() }, { projectId: 'unknownChoice' }],
  ])('%s is refused beside its field', async (_what, change, fields) => {
    expect(await save(await givenFile(), change)).toMatchObject({ ok: false, fields })
  })

  it('is of a person of the file, and read, written and counted where the file is', async () => {
    const file = await givenFile('restricted')
    const other = await givenFile()
    expect(await save({ ...file, personId: other.personId })).toMatchObject({ code: 'notFound' })
    subjectOf(await save(file))
    for (const who of ['coral', 'sol', 'stranger'] as const) {
      expect(await save(file, {}, who)).toMatchObject({ code: 'notFound' })
      const seen = await organisation[who].work((work) =>
        work.tx.activity.count({ where: { caseId: file.caseId } }),
      )
      expect(seen).toBe(0)
    }
    expect(await save(file, {}, 'ada')).toMatchObject({ code: 'forbidden' })
    for (const sql of ['UPDATE activity SET minutes = 1', 'DELETE FROM activity'])
      await expect(organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql))).rejects.toThrow(
        /permission denied/,
      )
  })
})

describe('a project', () => {
  it('is kept by admins; the second of two who change it sees what the first wrote', async () => {
    const projectId = await givenProject({ name: 'Verzonnen A' })
    const edit = aProject({ projectId, version: 1, name: 'Verzonnen B', until: '' })
    expect(await act(organisation.ada.token, saveProject, edit)).toMatchObject({ ok: true })
    expect(await act(organisation.ada.token, saveProject, edit)).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { name: 'Verzonnen B', until: '', version: 2 },
    })
    expect(await act(organisation.coral.token, saveProject, edit)).toMatchObject({ code: 'forbidden' })
    await expect(
      organisation.coral.work((work) =>
        work.tx.project.updateMany({ where: { id: projectId }, data: { name: 'x' } }).then(({ count }) => {
          if (count === 0) throw new Error('not within reach')
        }),
      ),
    ).rejects.toThrow('not within reach')
    expect((await organisation.stranger.work(listProjects)).map(({ id }) => id)).not.toContain(projectId)
    expect((await organisation.casey.work(listProjects)).map(({ name }) => name)).toContain('Verzonnen B')
  })

  it('that is closed is chosen no more, and stays where it is named', async () => {
    const projectId = await givenProject()
    const file = await givenFile()
    const subjectId = subjectOf(await save(file, { projectId }))
    const close = { projectId, version: 1, isClosed: true }
    expect(await act(organisation.ada.token, closeProject, close)).toMatchObject({ ok: true })
    expect(await act(organisation.ada.token, closeProject, close)).toMatchObject({
      code: 'correctedMeanwhile',
    })
    expect(await save(file, { projectId })).toMatchObject({ fields: { projectId: 'unknownChoice' } })
    expect(await save(file, { projectId, subjectId, version: 1, minutes: '10' })).toMatchObject({ ok: true })
  })

  it('is named by a visit and by a conversation, and of another organisation by none', async () => {
    const given = openGiven()
    const elsewhere = given.organisation()
    const foreign = given.project({ organisationId: elsewhere, createdBy: given.staff(elsewhere, 'admin') })
    const owner = await openSuperuser()
    const { casey, north: teamId, placeId } = organisation
    const { caseId, personId } = await givenFile()
    const visitId = given.visit({ teamId, placeId, createdBy: casey.id })
    const { id: encounterId } = given.encounter({ visitId, caseId, personId, placeId, authorId: casey.id })
    await given.save(owner)
    await owner.end()
    const projectId = await givenProject()
    const hours = { visitId, startsAt: '', endsAt: '', access: 'granted', waitingMinutes: '' }
    expect(
      await act(casey.token, editVisitHours, { ...hours, version: 1, projectId: foreign }),
    ).toMatchObject({
      fields: { projectId: 'unknownChoice' },
    })
    expect(await act(casey.token, editVisitHours, { ...hours, version: 1, projectId })).toMatchObject({
      ok: true,
    })
    const talk = { encounterId, version: 1, outcome: 'seen', note: '', signals: [], metAt: '', language: '' }
    const chips = { interpreter: '', topics: [], actions: [], requests: [] }
    expect(await act(casey.token, editEncounter, { ...talk, ...chips, projectId })).toMatchObject({
      ok: true,
    })
    // An outbox of before it was asked says nothing of it, and takes nothing away.
    expect(await act(casey.token, editEncounter, { ...talk, ...chips, version: 2 })).toMatchObject({
      ok: true,
    })
    expect(
      await organisation.ask(
        `SELECT v.project_id AS visit, e.project_id AS talk FROM visit v JOIN encounter e ON e.visit_id = v.id WHERE v.id = $1`,
        [visitId],
      ),
    ).toEqual([{ visit: projectId, talk: projectId }])
    for (const table of ['visit', 'encounter'])
      await expect(
        casey.work((work) =>
          work.tx.$executeRawUnsafe(
            `UPDATE ${table} SET project_id = '${foreign}' WHERE project_id = '${projectId}'`,
          ),
        ),
      ).rejects.toThrow(/row-level security/)
  })
})
