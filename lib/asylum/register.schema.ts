import * as z from 'zod/mini'
import { mistakeSchema } from '@/lib/registers/register.schema'
import { REGISTERS } from '@/lib/shared/register-events'

/** A row of a register was a mistake. */
export const rowMistakeSchema = z.extend(mistakeSchema, { register: z.enum(REGISTERS.codes) })
export type RowMistake = z.output<typeof rowMistakeSchema>
