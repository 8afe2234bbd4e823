import 'server-only'
import { getFile } from '@/lib/cases/case.data'
import { listPlacesOutside } from '@/lib/countries/place-outside.data'
import { NotFound } from '@/lib/db/errors'
import { mayName } from '@/lib/projects/project.data'
import { nothing, type Saving, saveRow, written } from '@/lib/records/save.data'
import { defineCommand } from '@/lib/server/carry-out'
import { no, ok } from '@/lib/shared/result'
import { activities } from './activity.data'
import { activity } from './activity.schema'

export const ofActivity: Saving<typeof activity.fields, Awaited<ReturnType<typeof getFile>>> = {
  file: (work, caseId) => getFile(work, 'case:edit', caseId),
  refersTo: (_work, { personId }, { people }) => {
    if (!people.some((one) => one.personId === personId)) throw new NotFound()
  },
  refuse: async (work, { placeId, projectId }, before) => {
    if (!(await mayName(work, projectId === '' ? null : projectId, before?.projectId ?? null)))
      return no('notInList', { projectId: 'unknownChoice' })
    const isPlace = placeId === '' || (await listPlacesOutside(work)).some(({ id }) => id === placeId)
    return isPlace ? ok(null) : no('notInList', { placeId: 'unknownChoice' })
  },
  after: nothing,
}

/** Writes down an activity: online, or as it was finished without a network. */
export const activityCommand = defineCommand({
  name: 'saveActivity',
  permission: 'case:edit',
  schema: activity.schema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'activity.saved', caseId, ...value }),
  run: (work, input) => saveRow(work, activities, input, ofActivity),
})
