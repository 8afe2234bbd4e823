import * as z from 'zod/mini'
import { type Day, isDay } from '@/lib/shared/dates'
import { CLOSURE_REASONS } from './conflict.rules'

const id = z.uuid('required')
/** Every report goes through the days of a closure one by one: a year with a wrong digit would keep all of them busy. */
const hasYear = (day: Day): boolean => day >= '1900-01-01' && day <= '2100-12-31'
const day = z.string('required').check(
  z.refine(isDay, 'notADay'),
  z.refine((text) => !isDay(text) || hasYear(text), 'whenOtherYear'),
)

export const closureSchema = z
  .strictObject({ placeId: id, from: day, until: day, reason: z.enum(CLOSURE_REASONS.codes, 'required') })
  .check(z.refine(({ from, until }) => until >= from, { path: ['until'], error: 'endBeforeStart' }))

export const liftSchema = z.strictObject({ closureId: id })
