import * as z from 'zod/mini'
import { MISTAKES } from '@/lib/registers/register.rules'
import { vocabulary } from '@/lib/shared/vocabulary'

export const REGISTERS = vocabulary('asylum.registers', ['mandate', 'need', 'matter'])

/** A row of a register was a mistake. */
export const mistakeSchema = z.strictObject({
  caseId: z.uuid(),
  register: z.enum(REGISTERS.codes),
  subjectId: z.uuid(),
  version: z.int().check(z.minimum(1), z.maximum(10_000)),
  mistake: z.enum(MISTAKES.codes, 'required'),
})
export type MistakeInput = z.output<typeof mistakeSchema>
