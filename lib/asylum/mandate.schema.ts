import * as z from 'zod/mini'
import { dayOrNone } from '@/lib/people/person.schema'
import { idOrNone, whichRow, words } from '@/lib/registers/register.schema'
import { AIDS, MANDATE_ENDS } from './mandate.rules'

/** Who acts or advises, since when it is asked for, granted and ended. */
export const mandateSchema = z
  .strictObject({
    ...whichRow,
    who: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(200, 'tooLong')),
    aid: z.enum(AIDS.codes, 'required'),
    applicationId: idOrNone,
    askedOn: dayOrNone,
    grantedOn: dayOrNone,
    endedOn: dayOrNone,
    endReason: z.union([z.literal(''), z.enum(MANDATE_ENDS.codes)], 'unknownChoice'),
    words,
  })
  .check(
    z.superRefine(({ askedOn, grantedOn, endedOn, endReason }, context) => {
      const issue = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      const isAfter = (one: string, other: string) => one !== '' && other !== '' && other < one
      if (isAfter(askedOn, grantedOn)) issue('grantedOn', 'endBeforeStart')
      if (isAfter(askedOn, endedOn) || isAfter(grantedOn, endedOn)) issue('endedOn', 'endBeforeStart')
      if (endedOn !== '' && endReason === '') issue('endReason', 'required')
      if (grantedOn !== '' && endReason === 'refused') issue('endReason', 'refusedAndGranted')
    }),
  )
export type MandateInput = z.output<typeof mandateSchema>
