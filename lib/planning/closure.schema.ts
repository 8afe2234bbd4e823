import * as z from 'zod/mini'
import { isDay } from '@/lib/shared/dates'
import { CLOSURE_REASONS } from './conflict.rules'

const id = z.uuid('required')
const day = z.string('required').check(z.refine(isDay, 'notADay'))

export const closureSchema = z
  .strictObject({ placeId: id, from: day, until: day, reason: z.enum(CLOSURE_REASONS.codes, 'required') })
  .check(z.refine(({ from, until }) => until >= from, { path: ['until'], error: 'endBeforeStart' }))

export const liftSchema = z.strictObject({ closureId: id })
