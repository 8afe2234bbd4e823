import * as z from 'zod'
import { AGES, BODY_KINDS, REGIONS } from './help-body.rules'
import { inFourLanguages } from './reference.schema'

const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const date = z.iso.date()
const recordedOn = date

/** Whom one can be referred to; a number stands with where it was read and when. */
export const helpBodyFile = z.strictObject({
  recordedOn,
  rows: z.array(
    z.strictObject({
      slug,
      name: text,
      kind: z.enum(BODY_KINDS.codes),
      ages: z.enum(AGES.codes),
      regions: z.array(z.enum(REGIONS.codes)),
      city: text.nullable(),
      role: inFourLanguages,
      phone: z
        .string()
        .regex(/^(0[\d ]+|116 \d{3})$/)
        .nullable(),
      source: z.url().nullable(),
      readOn: date.nullable(),
      checkedOn: date.nullable(),
    }),
  ),
})
