import * as z from 'zod'
import { isDay } from '@/lib/shared/dates'

const id = z.uuid('required')
const day = z.string('required').refine(isDay, 'notADay')
const time = z
  .string('notATime')
  .regex(/^(|([01]\d|2[0-3]):[0-5]\d)$/, 'notATime')
  .transform((text) => (text === '' ? null : text))
const isUnique = (list: readonly string[]): boolean => new Set(list).size === list.length
const version = z.int().min(1)

/** A person in a file as one value of a checkbox: "case:person". */
const person = z
  .string('required')
  .regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/, 'unknownChoice')
  .transform((text) => {
    const [caseId = '', personId = ''] = text.split(':')
    return { caseId, personId }
  })
  .pipe(z.object({ caseId: z.uuid('unknownChoice'), personId: z.uuid('unknownChoice') }))

const content = {
  onDate: day,
  startsAt: time,
  endsAt: time,
  visitors: z.array(id).max(12, 'tooMany').refine(isUnique, 'twice'),
  people: z
    .array(person)
    .max(60, 'tooMany')
    .refine((list) => isUnique(list.map(({ caseId, personId }) => `${caseId}:${personId}`)), 'twice'),
}

const checkHours = (
  value: { readonly startsAt: string | null; readonly endsAt: string | null },
  context: z.RefinementCtx,
): void => {
  if (value.startsAt !== null && value.endsAt !== null && value.endsAt < value.startsAt)
    context.addIssue({ code: 'custom', path: ['endsAt'], message: 'leftBeforeArrived' })
}

export const newPlanSchema = z.strictObject({ teamId: id, placeId: id, ...content }).superRefine(checkHours)
export type NewPlanForm = z.input<typeof newPlanSchema>
export type NewPlan = z.output<typeof newPlanSchema>

export const planSchema = z.strictObject({ planId: id, version, ...content }).superRefine(checkHours)
export type PlanForm = z.input<typeof planSchema>
export type PlanInput = z.output<typeof planSchema>

/** Drafts that go out together: each with the version that was on the screen. */
export const publishSchema = z.strictObject({
  plans: z
    .array(z.strictObject({ planId: id, version }))
    .min(1, 'required')
    .max(100, 'tooMany'),
})
export const cancelSchema = z.strictObject({ planId: id, version })
export const repeatSchema = z.strictObject({ monday: day })
export const wishSchema = z.strictObject({ caseId: id, personId: id, wanted: z.boolean() })
