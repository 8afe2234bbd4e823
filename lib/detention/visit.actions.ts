'use server'
import * as z from 'zod'
import { mayName } from '@/lib/projects/project.data'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { insertVisit } from './visit.data'
import { checkVisit } from './visit.rules'
import { visitHoursSchema, visitSchema } from './visit.schema'
import { toHoursForm } from './visit.view'
import { getVisitHours, updateVisitHours } from './visit-header.data'
import { findKnown } from './visit-known.data'

export const recordVisit = defineAction({
  name: 'recordVisit',
  permission: 'visit:record',
  schema: visitSchema,
  value: z.object({ visitId: z.uuid(), caseIds: z.array(z.uuid()), isJoined: z.boolean() }),
  audit: (_visit, { visitId, caseIds }) => ({ event: 'visit.recorded', visitId, caseIds }),
  run: async (work, visit) => {
    const { known, isCentre } = await findKnown(work, visit.placeId)
    const fields = checkVisit(visit, known)
    if (Object.keys(fields).length > 0) return no('invalid', fields)
    if (!isCentre) return no('invalid', { placeId: 'unknownChoice' })
    const recorded = await insertVisit(work, visit)
    if (recorded.isJoined) await work.audit({ event: 'visit.joined', visitId: recorded.visitId })
    return ok(recorded)
  },
})

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
