'use server'
import * as z from 'zod'
import { mayName } from '@/lib/projects/project.data'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { visitCommand } from './record-visit.data'
import { visitHoursSchema } from './visit.schema'
import { toHoursForm } from './visit.view'
import { getVisitHours, updateVisitHours } from './visit-header.data'

export const recordVisit = defineAction(visitCommand)

export const editVisitHours = defineAction({
  name: 'editVisitHours',
  permission: 'visit:record',
  schema: visitHoursSchema,
  value: z.object({ version: z.int() }),
  audit: ({ visitId }, { version }) => ({ event: 'visit.edited', visitId, version }),
  run: async (work, hours) => {
    const now = await getVisitHours(work, hours.visitId)
    if (!(await mayName(work, hours.projectId, now.projectId)))
      return no('notInList', { projectId: 'unknownChoice' })
    if (!(await updateVisitHours(work, hours))) return conflict(toHoursForm(now))
    return ok({ version: hours.version + 1 })
  },
})
