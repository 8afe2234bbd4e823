'use server'
import * as z from 'zod'
import { toSecondCode } from '@/lib/accounts/second-person.rules'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { dayOf } from '@/lib/shared/dates'
import { no, ok } from '@/lib/shared/result'
import { getCountedFact } from './fact.data'
import { answerNewer, insertNewer } from './newer.data'
import { newerAnswerSchema, newerSchema, toNumber } from './newer.schema'

/** An admin enters a newer figure of a fact. No one but admins sees it before a second one has agreed. */
export const enterNewer = defineAction({
  name: 'enterNewer',
  permission: 'country:keep',
  schema: newerSchema,
  value: z.object({ figureId: z.uuid() }),
  audit: ({ fact }, { figureId }) => ({ event: 'figure.entered', figureId, fact }),
  run: async (work, { country, fact: slug, figure, upTo, from, until, note, ...input }) => {
    const fact = await getCountedFact(work, country, slug)
    const today = dayOf(work.now)
    if (until > today) return no('invalid', { until: 'inTheFuture' })
    if (input.sourceOn > today) return no('invalid', { sourceOn: 'inTheFuture' })
    const isRange = upTo !== ''
    const figureId = await insertNewer(work, {
      country,
      fact: slug,
      value: isRange ? null : toNumber(figure),
      valueMin: isRange ? toNumber(figure) : null,
      valueMax: isRange ? toNumber(upTo) : null,
      periodStart: from,
      periodEnd: until,
      note: note === '' ? null : note,
      supersedes: fact.version,
      ...input,
    })
    return ok({ figureId })
  },
})

/** A second admin agrees, or any admin refuses or withdraws with a reason. */
export const answerFigure = defineAction({
  name: 'answerFigure',
  permission: 'country:keep',
  schema: newerAnswerSchema,
  value: z.object({}),
  audit: ({ figureId, said }) => ({ event: 'figure.answered', figureId, said }),
  run: async (work, input) => {
    const heard = await answerNewer(work, input)
    if (heard === 'notFound') throw new NotFound()
    if (heard === 'notOneself') return no('secondAdmin')
    const fault = toSecondCode(heard)
    if (fault !== null) return no(fault)
    if (heard === 'answered') return no('alreadyAnswered')
    if (heard === 'over') return no('figureOver')
    return ok({})
  },
})
