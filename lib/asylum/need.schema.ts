import * as z from 'zod/mini'
import { dayOrNone } from '@/lib/people/person.schema'
import { whichRow, words } from '@/lib/registers/register.schema'
import { whenText } from '@/lib/shared/when/when.schema'
import { AUTHORITIES, isAnswer, NEED_ANSWERS, NEED_SOURCES } from './need.rules'

const none = z.literal('')

const needFields = z.strictObject({
  ...whichRow,
  personId: z.uuid('required'),
  need: z.string('required').check(z.regex(/^[a-z][a-z0-9_]{0,23}$/, 'required')),
  source: z.enum(NEED_SOURCES.codes, 'required'),
  on: whenText,
  endedOn: dayOrNone,
  toldTo: z.union([none, z.enum(AUTHORITIES.codes)], 'unknownChoice'),
  toldOn: dayOrNone,
  answer: z.union([none, z.enum(NEED_ANSWERS.codes)], 'unknownChoice'),
  answeredOn: dayOrNone,
  words,
})

/** A special need of somebody of the file, and what an authority was told and answered. */
export const needSchema = needFields.check(
  z.superRefine((typed, context) => {
    const { toldOn, answeredOn } = asTold(typed)
    if (toldOn !== '' && answeredOn !== '' && answeredOn < toldOn)
      context.addIssue({ code: 'custom', path: ['answeredOn'], message: 'answerBefore' })
  }),
)
export type NeedInput = z.output<typeof needSchema>

type Telling = Pick<z.output<typeof needFields>, 'toldTo' | 'toldOn' | 'answer' | 'answeredOn'>

/** What was told and answered, without what stands in fields that are not shown: nobody was told, or nothing was answered. */
export const asTold = ({ toldTo, toldOn, answer, answeredOn }: Telling): Telling => {
  if (toldTo === '') return { toldTo, toldOn: '', answer: '', answeredOn: '' }
  return { toldTo, toldOn, answer, answeredOn: isAnswer(answer) ? answeredOn : '' }
}
