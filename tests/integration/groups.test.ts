import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readActivitiesPart } from '@/lib/activities/activities-page.data'
import { addAttendance, saveGroup, takeAttendanceBack, takeGroupBack } from '@/lib/activities/group.actions'
import { readGroup, readGroups } from '@/lib/activities/group.data'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { NotFound } from '@/lib/db/errors'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { readMore } from '@/lib/rights/extract-more.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { aGroup } from '../support/given/groups'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { SEED } from '../support/sweep'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

type Who = 'casey' | 'coral' | 'sol' | 'ada' | 'stranger'
type File = { readonly caseId: string; readonly personId: string }
const givenFile = (secrecy: 'open' | 'restricted' = 'open'): Promise<File> =>
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
const save = (change: Parameters<typeof aGroup>[1] = {}, who: Who = 'casey') =>
  act(organisation[who].token, saveGroup, aGroup(organisation.north, change))
const given = async (change: Parameters<typeof aGroup>[1] = {}): Promise<string> => {
  const answer = await save(change)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.groupId
}
const attend = (groupId: string, { caseId, personId }: File, who: Who = 'casey') =>
  act(organisation[who].token, addAttendance, { groupId, who: `${caseId}:${personId}` })
const attended = async (groupId: string, file: File): Promise<string> => {
  const answer = await attend(groupId, file)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.subjectId
}
const wasNotThere = (caseId: string, subjectId: string) =>
  act(organisation.casey.token, takeAttendanceBack, {
    caseId,
    subjectId,
    version: 1,
    mistake: 'not_happened',
  })
/** What a colleague sees of a session. */
const seen = (groupId: string, who: Who) =>
  organisation[who].work(async (work) => {
    const { group, attended: rows } = await readGroup(work, groupId, true)
    return { group, there: rows.map(({ caseId, personId }) => ({ caseId, personId })) }
  })

describe('a session with a group', () => {
  it('is counted without names, corrected, and taken back', async () => {
    const groupId = await given({ leaders: [organisation.casey.id] })
    expect((await seen(groupId, 'coral')).group).toMatchObject({ total: 6, women: 3, men: 2, girls: 1 })
    const edit = { groupId, version: 1, women: '10' }
    expect(await save(edit, 'coral')).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await save(edit)).toMatchObject({ code: 'changedMeanwhile', theirs: { women: '10', version: 2 } })
    expect((await seen(groupId, 'casey')).group.total).toBe(13)
    const back = { groupId, version: 2 }
    expect(await act(organisation.casey.token, takeGroupBack, back)).toMatchObject({ ok: true })
    await expect(seen(groupId, 'casey')).rejects.toThrow(NotFound)
    expect(
      (await organisation.casey.work((work) => readGroups(work))).groups.map(({ id }) => id),
    ).not.toContain(groupId)
  })

  it.each([
    ['with no one', { women: '', men: '', girls: '' }, { women: 'groupEmpty' }],
    ['with more than a hall holds', { women: '499' }, { women: 'tooMany' }],
    ['of no number', { men: 'two' }, { men: 'notANumber' }],
    ['about nothing', { topic: '' }, { topic: 'required' }],
    ['about what is no topic', { topic: 'party' }, { topic: 'unknownChoice' }],
    ['still to come', { on: addDays(today, 1) }, { on: 'inTheFuture' }],
    ['that ends before it begins', { endsAt: '13:59' }, { endsAt: 'endsBeforeItStarts' }],
    ['led by someone unknown', { leaders: [newId()] }, { leaders: 'notAColleague' }],
    ['at a place that is none', { placeId: newId() }, { placeId: 'unknownChoice' }],
    ['for a project that is none', { projectId: newId() }, { projectId: 'unknownChoice' }],
  ])('%s is refused beside its field', async (_what, change, fields) => {
    expect(await save(change)).toMatchObject({ ok: false, fields })
  })

  it('is of one’s own office', async () => {
    const groupId = await given()
    for (const who of ['sol', 'stranger'] as const) {
      expect(await save({}, who)).toMatchObject({ ok: false })
      await expect(seen(groupId, who)).rejects.toThrow(NotFound)
      expect(
        await organisation[who].work((work) => work.tx.groupSession.count({ where: { id: groupId } })),
      ).toBe(0)
      expect(await act(organisation[who].token, takeGroupBack, { groupId, version: 1 })).toMatchObject({
        code: 'notFound',
      })
    }
    expect(await save({}, 'ada')).toMatchObject({ code: 'forbidden' })
    await expect(
      organisation.casey.work((work) =>
        work.tx.$executeRawUnsafe(
          `UPDATE group_session SET leaders = ARRAY['${newId()}'::uuid] WHERE id = '${groupId}'`,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      organisation.casey.work((work) => work.tx.$executeRawUnsafe('DELETE FROM group_session')),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('who took part', () => {
  it('is in the file of the person and in their access extract, once, until it is taken back', async () => {
    const [groupId, file] = [await given(), await givenFile()]
    const subjectId = await attended(groupId, file)
    expect(await attend(groupId, file)).toMatchObject({ fields: { who: 'attendsAlready' } })
    const inFile = () =>
      organisation.casey.work(async (work) => {
        const header = await getCaseHeader(work, file.caseId)
        const { groups } = await readActivitiesPart(work, header)
        const more = await readMore(work, header, file.personId, true)
        return [groups.map(({ on, topic }) => [on, topic]), more.groups.length]
      })
    expect(await inFile()).toEqual([[['2026-03-01', 'health']], 1])
    expect(await wasNotThere(file.caseId, subjectId)).toMatchObject({ ok: true })
    expect(await inFile()).toEqual([[], 0])
    expect(await attend(groupId, file)).toMatchObject({ ok: true })
  })

  it('is written by who works on the file, for a session of their office', async () => {
    const [groupId, file, other] = [await given(), await givenFile('restricted'), await givenFile()]
    for (const who of ['coral', 'sol', 'stranger'] as const)
      expect(await attend(groupId, file, who)).toMatchObject({ code: 'notFound' })
    expect(await attend(groupId, file, 'ada')).toMatchObject({ code: 'forbidden' })
    expect(await attend(newId(), file)).toMatchObject({ code: 'notFound' })
    expect(await attend(groupId, { ...file, personId: other.personId })).toMatchObject({ code: 'notFound' })
  })

  it('who may not open a file sees the same session whatever is written into that file', async () => {
    const [groupId, open, hidden] = [
      await given(),
      [await givenFile(), await givenFile()],
      [await givenFile('restricted'), await givenFile('restricted')],
    ]
    const files = [...open, ...hidden]
    const there = new Map<string, string>()
    const step = fc.record({
      index: fc.nat({ max: files.length - 1 }),
      women: fc.option(fc.integer({ min: 1, max: 9 })),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const { index, women } of steps) {
          const file = files[index]
          if (file === undefined) throw new Error('no such file')
          const before = await seen(groupId, 'coral')
          const subjectId = there.get(file.caseId)
          if (subjectId === undefined) there.set(file.caseId, await attended(groupId, file))
          else {
            expect(await wasNotThere(file.caseId, subjectId)).toMatchObject({ ok: true })
            there.delete(file.caseId)
          }
          const after = await seen(groupId, 'coral')
          if (hidden.includes(file)) expect(after).toEqual(before)
          else expect(after.group).toEqual(before.group)
          const named = open.filter(({ caseId }) => there.has(caseId)).map(({ caseId }) => caseId)
          expect(after.there.map(({ caseId }) => caseId).sort()).toEqual(named.sort())
          expect((await seen(groupId, 'casey')).there).toHaveLength(there.size)
          // Only what is typed changes the number.
          if (women !== null) {
            const { version } = after.group
            expect(await save({ groupId, version, women: String(women) })).toMatchObject({ ok: true })
            expect((await seen(groupId, 'coral')).group.total).toBe(women + 3)
          }
        }
      }),
      { numRuns: 8, seed: SEED },
    )
  })
})
