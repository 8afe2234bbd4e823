import * as z from 'zod/mini'
import { isDay } from '@/lib/shared/dates'
import { timeOrNone } from '@/lib/shared/day.schema'

const id = z.uuid('required')
const day = z.string('required').check(z.refine(isDay, 'notADay'))
const time = z.pipe(
  timeOrNone,
  z.transform((text) => (text === '' ? null : text)),
)
const isUnique = (list: readonly string[]): boolean => new Set(list).size === list.length
const version = z.int().check(z.minimum(1))

/** A person in a file as one value of a checkbox: "case:person". */
const person = z.pipe(
  z.pipe(
    z.string('required').check(z.regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/, 'unknownChoice')),
    z.transform((text) => {
      const [caseId = '', personId = ''] = text.split(':')
      return { caseId, personId }
    }),
  ),
  z.object({ caseId: z.uuid('unknownChoice'), personId: z.uuid('unknownChoice') }),
)

const content = {
  onDate: day,
  startsAt: time,
  endsAt: time,
  visitors: z.array(id).check(z.maxLength(12, 'tooMany'), z.refine(isUnique, 'twice')),
  people: z.array(person).check(
    z.maxLength(60, 'tooMany'),
    z.refine((list) => isUnique(list.map(({ caseId, personId }) => `${caseId}:${personId}`)), 'twice'),
  ),
}

const checkHours = (
  value: { readonly startsAt: string | null; readonly endsAt: string | null },
  context: z.core.$RefinementCtx,
): void => {
  if (value.startsAt !== null && value.endsAt !== null && value.endsAt < value.startsAt)
    context.addIssue({ code: 'custom', path: ['endsAt'], message: 'leftBeforeArrived' })
}

export const newPlanSchema = z
  .strictObject({ teamId: id, placeId: id, ...content })
  .check(z.superRefine(checkHours))
export type NewPlanForm = z.input<typeof newPlanSchema>
export type NewPlan = z.output<typeof newPlanSchema>

export const planSchema = z.strictObject({ planId: id, version, ...content }).check(z.superRefine(checkHours))
export type PlanForm = z.input<typeof planSchema>
export type PlanInput = z.output<typeof planSchema>

/** Drafts that go out together: each with the version that was on the screen. */
export const publishSchema = z.strictObject({
  plans: z
    .array(z.strictObject({ planId: id, version }))
    .check(z.minLength(1, 'required'), z.maxLength(100, 'tooMany')),
})
export const cancelSchema = z.strictObject({ planId: id, version })
export const repeatSchema = z.strictObject({ monday: day })
export const wishSchema = z.strictObject({ caseId: id, personId: id, wanted: z.boolean() })
