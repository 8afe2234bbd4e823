'use server'
import * as z from 'zod'
import { listHiddenFrom } from '@/lib/cases/kept-apart.data'
import { defineAction } from '@/lib/server/define-action'
import { isDiscreetFor } from '@/lib/server/session'
import { ok } from '@/lib/shared/result'
import { listAlikePeople } from './alike.data'
import { alikePerson, alikeSchema } from './alike.schema'

/** Who a new person could be, within one's own reach: shown beside the form, which goes on. */
export const findAlike = defineAction({
  name: 'findAlike',
  isQuestion: true,
  permission: 'case:create',
  schema: alikeSchema,
  value: z.object({ people: z.array(alikePerson) }),
  audit: (_input, { people }) => ({
    event: 'case.listed',
    caseIds: [...new Set(people.map(({ caseId }) => caseId))],
    more: false,
  }),
  run: async (work, { caseId, ...described }) => {
    const hidden = caseId === undefined ? new Set<string>() : await listHiddenFrom(work, caseId)
    const isDiscreet = await isDiscreetFor(work)
    return ok({ people: await listAlikePeople(work, described, work.locale, { hidden, isDiscreet }) })
  },
})
