'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { answerMistake, getSubject, insertMistake } from './mistake.data'
import { mistakeAnswerSchema, mistakeSchema } from './mistake.schema'

/** A colleague says what is wrong in a fact, a law or a body. The admins are told; no one else reads it. */
export const reportMistake = defineAction({
  name: 'reportMistake',
  permission: 'country:read',
  schema: mistakeSchema,
  value: z.object({ mistakeId: z.uuid() }),
  audit: ({ about, slug }, { mistakeId }) => ({ event: 'mistake.reported', mistakeId, about, slug }),
  run: async (work, { country, about, slug, words, address }) => {
    await getSubject(work, country, about, slug)
    const sourceAddress = address === '' ? null : address
    return ok({ mistakeId: await insertMistake(work, { country, about, slug, words, sourceAddress }) })
  },
})

/** An admin says what was done about it, once. */
export const answerReport = defineAction({
  name: 'answerReport',
  permission: 'country:keep',
  schema: mistakeAnswerSchema,
  value: z.object({}),
  audit: ({ mistakeId, outcome }) => ({ event: 'mistake.answered', mistakeId, outcome }),
  run: async (work, input) => {
    const heard = await answerMistake(work, input)
    if (heard === 'notFound') throw new NotFound()
    return heard === 'answered' ? no('alreadyAnswered') : ok({})
  },
})
