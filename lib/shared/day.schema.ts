import * as z from 'zod/mini'
import { isDay } from './dates'

export const day = z.string().check(z.refine(isDay, 'notADay'))
export const dayOrNone = z.union([z.literal(''), day])
