'use server'
import * as z from 'zod'
import { getFile } from '@/lib/cases/case.data'
import { isOfficeOpen } from '@/lib/cases/open-office.data'
import { listPlacesOutside } from '@/lib/countries/place-outside.data'
import { NotFound } from '@/lib/db/errors'
import { mayName } from '@/lib/projects/project.data'
import { nothing, type Saving, saveRow, takeRowBack, written } from '@/lib/records/save.data'
import { currentOf } from '@/lib/registers/register.rules'
import { mistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { dayOf } from '@/lib/shared/dates'
import { conflict, no, ok } from '@/lib/shared/result'
import { attendances, getGroup, insertGroup, isTopic, listLeaders, takeBack, updateGroup } from './group.data'
import { type attendance, attendedSchema, groupBackSchema, groupSchema } from './group.schema'
import { toGroupForm } from './group.view'

const saved = z.object({ groupId: z.uuid(), version: z.int() })

/** Writes down a session with a group, or corrects it: topic, day, who led it and how many came. */
export const saveGroup = defineAction({
  name: 'saveGroup',
  permission: 'case:create',
  schema: groupSchema,
  value: saved,
  audit: (_input, { groupId, version }) => ({ event: 'group.saved', groupId, version }),
  run: async (work, input) => {
    const { groupId, teamId, on, topic, leaders, placeId, projectId } = input
    const before = groupId === '' ? null : await getGroup(work, groupId)
    if (before === null) {
      if (!work.actor.teams.includes(teamId)) return no('notYourTeam', { teamId: 'unknownChoice' })
      if (!(await isOfficeOpen(work, teamId))) return no('officeClosed', { teamId: 'officeClosed' })
    }
    if (on > dayOf(work.now)) return no('inTheFuture', { on: 'inTheFuture' })
    if (topic !== before?.topic && !(await isTopic(work, topic)))
      return no('notInList', { topic: 'unknownChoice' })
    const known = new Set([
      ...(before?.leaders ?? []),
      ...(await listLeaders(work, [before?.teamId ?? teamId])).map(({ id }) => id),
    ])
    if (leaders.some((id) => !known.has(id))) return no('notAColleague', { leaders: 'notAColleague' })
    if (placeId !== '' && !(await listPlacesOutside(work)).some(({ id }) => id === placeId))
      return no('notInList', { placeId: 'unknownChoice' })
    if (!(await mayName(work, projectId === '' ? null : projectId, before?.projectId ?? null)))
      return no('notInList', { projectId: 'unknownChoice' })
    if (before === null) return ok({ groupId: await insertGroup(work, input), version: 1 })
    if (!(await updateGroup(work, input))) return conflict(toGroupForm(before))
    return ok({ groupId, version: input.version + 1 })
  },
})

/** Says that a session was a mistake: it counts no more. */
export const takeGroupBack = defineAction({
  name: 'takeGroupBack',
  permission: 'case:create',
  schema: groupBackSchema,
  value: saved,
  audit: (_input, { groupId, version }) => ({ event: 'group.saved', groupId, version }),
  run: async (work, input) => {
    await getGroup(work, input.groupId)
    if (!(await takeBack(work, input))) return no('correctedMeanwhile')
    return ok({ groupId: input.groupId, version: input.version + 1 })
  },
})

const ofAttendance: Saving<typeof attendance.fields, Awaited<ReturnType<typeof getFile>>> = {
  file: (work, caseId) => getFile(work, 'case:edit', caseId),
  refersTo: async (work, { personId, groupId }, { people }) => {
    if (!people.some((one) => one.personId === personId)) throw new NotFound()
    await getGroup(work, groupId)
  },
  refuse: async (work, { caseId, personId, groupId }) =>
    currentOf(await attendances.list(work, caseId)).some(
      ({ row }) => row.personId === personId && row.groupId === groupId,
    )
      ? no('attendsAlready', { who: 'attendsAlready' })
      : ok(null),
  after: nothing,
}
const attended = written.extend({ caseId: z.uuid() })

/** Writes into a file that its person took part in a session. */
export const addAttendance = defineAction({
  name: 'addAttendance',
  permission: 'case:edit',
  schema: attendedSchema,
  value: attended,
  audit: (_input, { caseId, ...value }) => ({ event: 'group.attended', caseId, ...value }),
  run: async (work, { groupId, who }) => {
    const row = { ...who, groupId, subjectId: '', version: 0 }
    const answer = await saveRow(work, attendances, row, ofAttendance)
    return answer.ok ? ok({ ...answer.value, caseId: who.caseId }) : answer
  },
})

/** Says that a person was not there after all. */
export const takeAttendanceBack = defineAction({
  name: 'takeAttendanceBack',
  permission: 'case:edit',
  schema: mistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'group.attended', caseId, ...value }),
  run: (work, input) => takeRowBack(work, attendances, input, ofAttendance),
})
