import * as z from 'zod/mini'
import { idOrNone, whichRow, words } from '@/lib/registers/register.schema'
import { whenText } from '@/lib/shared/when/when.schema'
import { DOUBTS, MATTERS, PROGRAMMES, STEPS, stepsOf } from './matter.rules'

/** Something that happened in a matter. */
export const matterSchema = z
  .strictObject({
    ...whichRow,
    personId: idOrNone,
    matter: z.enum(MATTERS.codes, 'required'),
    kind: z.union([z.literal(''), z.enum(STEPS.codes)], 'unknownChoice'),
    on: whenText,
    programme: z.union([z.literal(''), z.enum(PROGRAMMES.codes)], 'unknownChoice'),
    doubts: z.array(z.enum(DOUBTS.codes)).check(z.maxLength(DOUBTS.codes.length, 'tooLong')),
    words,
  })
  .check(
    z.superRefine(({ matter, kind, programme }, context) => {
      const issue = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (kind === '') issue('kind', 'required')
      else if (!stepsOf(matter).includes(kind)) issue('kind', 'unknownChoice')
      if (kind === 'applied' && programme === '') issue('programme', 'required')
    }),
  )
export type MatterInput = z.output<typeof matterSchema>
