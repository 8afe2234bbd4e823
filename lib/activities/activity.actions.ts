'use server'
import { getFile } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import { mayName } from '@/lib/projects/project.data'
import { nothing, type Saving, saveRow, takeRowBack, written } from '@/lib/records/save.data'
import { mistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { activities, listActivityPlaces } from './activity.data'
import { activity } from './activity.schema'

const ofActivity: Saving<typeof activity.fields, Awaited<ReturnType<typeof getFile>>> = {
  file: (work, caseId) => getFile(work, 'case:edit', caseId),
  refersTo: (_work, { personId }, { people }) => {
    if (!people.some((one) => one.personId === personId)) throw new NotFound()
  },
  refuse: async (work, { placeId, projectId }, before) => {
    if (!(await mayName(work, projectId === '' ? null : projectId, before?.projectId ?? null)))
      return no('notInList', { projectId: 'unknownChoice' })
    const isPlace = placeId === '' || (await listActivityPlaces(work)).some(({ id }) => id === placeId)
    return isPlace ? ok(null) : no('notInList', { placeId: 'unknownChoice' })
  },
  after: nothing,
}

/** Writes down what was done with a person outside the closed centres, or what is known better of it. */
export const saveActivity = defineAction({
  name: 'saveActivity',
  permission: 'case:edit',
  schema: activity.schema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'activity.saved', caseId, ...value }),
  run: (work, input) => saveRow(work, activities, input, ofActivity),
})

/** Says that an activity was a mistake; it stays readable and counts no more. */
export const takeActivityBack = defineAction({
  name: 'takeActivityBack',
  permission: 'case:edit',
  schema: mistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'activity.saved', caseId, ...value }),
  run: (work, input) => takeRowBack(work, activities, input, ofActivity),
})
