import * as z from 'zod/mini'
import { LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { askedLink } from '@/lib/records/field.schema'
import { defineRecord } from '@/lib/records/record.schema'
import { idOrNone } from '@/lib/registers/register.schema'
import { day, timeOrNone } from '@/lib/shared/day.schema'
import { HEADS, MOST_LEADERS, MOST_PEOPLE } from './group.rules'

const heads = z.string('notANumber').check(
  z.trim(),
  z.regex(/^\d{0,3}$/, 'notANumber'),
  z.refine((typed) => Number(typed) <= MOST_PEOPLE, 'tooMany'),
)

/** A session with a group. Nothing that is typed freely: it is about no one who could be named. */
export const groupSchema = z
  .strictObject({
    /** Empty for a new one. */
    groupId: idOrNone,
    version: z.int().check(z.minimum(0), z.maximum(10_000)),
    teamId: z.uuid('required'),
    topic: z.string().check(z.minLength(1, 'required'), z.regex(/^[a-z][a-z0-9_]{0,39}$/, 'unknownChoice')),
    on: day,
    startsAt: timeOrNone,
    endsAt: timeOrNone,
    placeId: idOrNone,
    interpreterLanguage: z.union([
      z.literal(''),
      z.string().check(z.refine((one) => LANGUAGE_CODES.includes(one), 'unknownChoice')),
    ]),
    leaders: z.array(z.uuid()).check(
      z.maxLength(MOST_LEADERS, 'tooMany'),
      z.refine((ids) => new Set(ids).size === ids.length, 'twice'),
    ),
    women: heads,
    men: heads,
    adultsOther: heads,
    girls: heads,
    boys: heads,
    minorsOther: heads,
    projectId: idOrNone,
  })
  .check(
    z.superRefine((typed, context) => {
      const fault = (name: string, message: string) =>
        context.addIssue({ code: 'custom', path: [name], message })
      const { startsAt, endsAt } = typed
      if (endsAt !== '' && startsAt === '') fault('startsAt', 'required')
      if (endsAt !== '' && startsAt !== '' && endsAt <= startsAt) fault('endsAt', 'endsBeforeItStarts')
      const total = HEADS.codes.reduce((sum, head) => sum + Number(typed[head]), 0)
      if (total === 0) fault('women', 'groupEmpty')
      if (total > MOST_PEOPLE) fault('women', 'tooMany')
    }),
  )
export type GroupForm = z.input<typeof groupSchema>
export type GroupInput = z.output<typeof groupSchema>

export const groupBackSchema = z.strictObject({
  groupId: z.uuid(),
  version: z.int().check(z.minimum(1), z.maximum(10_000)),
})

/** That a person of a file took part in a session. */
export const attendance = defineRecord({
  table: 'group_person',
  fields: { personId: askedLink, groupId: askedLink },
})

/** Who took part: a person in a file as one choice, "case:person". */
export const attendedSchema = z.strictObject({
  groupId: z.uuid(),
  who: z.pipe(
    z.string('required').check(z.regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/, 'required')),
    z.transform((text) => {
      const [caseId = '', personId = ''] = text.split(':')
      return { caseId, personId }
    }),
  ),
})
