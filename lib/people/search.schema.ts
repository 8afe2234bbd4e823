import * as z from 'zod/mini'
import { NAME_KINDS } from './name.rules'

const chipId = z.string().check(z.maxLength(60, 'tooLong'))
/** A sentence about someone; what of it is taken away again, and what a person has to fit. */
export const searchSchema = z.strictObject({
  sentence: z.string().check(z.trim(), z.minLength(2, 'tooShort'), z.maxLength(300, 'tooLong')),
  without: z.array(chipId).check(z.maxLength(20, 'tooLong')),
  locked: z.array(chipId).check(z.maxLength(20, 'tooLong')),
})

const chip = z.object({ id: z.string(), label: z.string(), kind: z.string(), isLocked: z.boolean() })
export type ShownChip = z.output<typeof chip>

/** Someone within reach, and why: null says that nothing is known or that it does not fit. */
const found = z.object({
  caseId: z.uuid(),
  personId: z.uuid(),
  code: z.string(),
  isRestricted: z.boolean(),
  name: z.string(),
  fitting: z.nullable(z.object({ text: z.string(), kind: z.enum(NAME_KINDS.codes), isSame: z.boolean() })),
  country: z.nullable(z.object({ name: z.string(), fits: z.boolean() })),
  age: z.nullable(z.object({ from: z.number(), to: z.number(), fits: z.boolean() })),
  fitsNumber: z.boolean(),
  fitsSex: z.boolean(),
  place: z.nullable(z.object({ name: z.string(), day: z.nullable(z.string()) })),
  fitsPeriod: z.boolean(),
  worker: z.nullable(z.string()),
  lastMetOn: z.nullable(z.string()),
})
export type Found = z.output<typeof found>
export const searchAnswer = z.object({ chips: z.array(chip), people: z.array(found), more: z.boolean() })
