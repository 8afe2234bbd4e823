import * as z from 'zod'
import { isDay } from '@/lib/shared/dates'
import { CLOSURE_REASONS } from './conflict.rules'

const id = z.uuid('required')
const day = z.string('required').refine(isDay, 'notADay')

export const closureSchema = z
  .strictObject({ placeId: id, from: day, until: day, reason: z.enum(CLOSURE_REASONS, 'required') })
  .superRefine(({ from, until }, context) => {
    if (until < from) context.addIssue({ code: 'custom', path: ['until'], message: 'endBeforeStart' })
  })

export const liftSchema = z.strictObject({ closureId: id })
