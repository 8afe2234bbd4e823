import 'server-only'
import * as z from 'zod'
import { defineCommand } from '@/lib/server/carry-out'
import { no, ok } from '@/lib/shared/result'
import { insertVisit } from './visit.data'
import { checkVisit } from './visit.rules'
import { visitSchema } from './visit.schema'
import { findKnown } from './visit-known.data'

/** Writes a visit down: online, or as it was finished without a network. */
export const visitCommand = defineCommand({
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
