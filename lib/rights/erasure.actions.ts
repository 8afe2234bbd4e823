'use server'
import * as z from 'zod'
import { toSecondCode } from '@/lib/accounts/second-person.rules'
import { getFile } from '@/lib/cases/case.data'
import { isClosed } from '@/lib/cases/case.rules'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { dropDrafts } from './erased-draft.data'
import { answerWord, getAsked, insertErasure, listAsked, listOnHold } from './erasure.data'
import { answerErasureSchema, askErasureSchema } from './erasure.schema'

/** Proposes that closed files be erased. Nothing goes before a second colleague has said so. */
export const askErasure = defineAction({
  name: 'askErasure',
  permission: 'rights:erase',
  schema: askErasureSchema,
  value: z.object({ erasureIds: z.array(z.uuid()) }),
  audit: (_input, { erasureIds }) => ({ event: 'erasures.asked', erasureIds }),
  run: async (work, { caseIds, ground, words }) => {
    const held = await listOnHold(work, caseIds)
    const erasureIds: string[] = []
    for (const caseId of new Set(caseIds)) {
      const file = await getFile(work, 'rights:erase', caseId)
      if (!isClosed(file.status)) return no('onlyClosed')
      if (held.has(caseId)) return no('fileHeld')
      if ((await listAsked(work, caseId)).length > 0) return no('erasureAsked')
      const erasureId = await insertErasure(work, { caseId, ground, words })
      await work.audit({ event: 'erasure.asked', caseId, erasureId, ground })
      erasureIds.push(erasureId)
    }
    return ok({ erasureIds })
  },
})

/** The second word: the files are erased, or they are not. The one who proposed may only take it back. */
export const answerErasure = defineAction({
  name: 'answerErasure',
  permission: 'rights:erase',
  schema: answerErasureSchema,
  value: z.object({ erasureIds: z.array(z.uuid()) }),
  audit: ({ agrees }, { erasureIds }) => ({ event: 'erasures.answered', erasureIds, agrees }),
  run: async (work, { erasureIds, agrees }) => {
    const answered = [...new Set(erasureIds)]
    for (const erasureId of answered) {
      const asked = await getAsked(work, erasureId)
      if (asked === null) throw new NotFound()
      const { said, ids } = await answerWord(work, erasureId, agrees)
      if (said === 'notFound') throw new NotFound()
      if (said === 'notOneself') return no('secondHand')
      const fault = toSecondCode(said)
      if (fault !== null) return no(fault)
      if (said === 'held') return no('fileHeld')
      if (said === 'over') return no('erasureOver')
      if (said === 'needsLeader') return no('needsLeader')
      if (!agrees) continue
      await dropDrafts(work, erasureId, ids)
      await work.audit({ event: 'file.erased', erasureId, ...asked })
    }
    return ok({ erasureIds: answered })
  },
})
