import * as z from 'zod/mini'
import { isDay } from './dates'

export const day = z.string().check(z.refine(isDay, 'notADay'))
export const dayOrNone = z.union([z.literal(''), day])

/** "09:30", or '' where no hour is known. */
export const timeOrNone = z.string('notATime').check(z.regex(/^(|([01]\d|2[0-3]):[0-5]\d)$/, 'notATime'))
