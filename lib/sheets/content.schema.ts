import * as z from 'zod'
import { hasDigit } from './number.rules'

const line = z
  .string()
  .trim()
  .min(1)
  .refine((text) => !hasDigit(text), 'a number is named, never typed')

/** What stands on a sheet: few parts, short lines, one page. */
export const sheetContent = z.strictObject({
  title: line.max(60),
  parts: z
    .array(z.strictObject({ heading: line.max(60), lines: z.array(line.max(260)).min(1).max(5) }))
    .min(1)
    .max(4),
})
export type SheetContent = z.output<typeof sheetContent>

/** What is the same on every sheet of a language. */
export const sheetWords = z.strictObject({
  day: line,
  hour: line,
  place: line,
  telephone: line,
  contact: line,
  person: line,
  /** Above appointments elsewhere: the sheet itself asks to come to us. */
  others: line,
  toCheck: line,
  numbers: z.string().includes('{day}'),
})
export type SheetWords = z.output<typeof sheetWords>

const day = z.iso.date()
export const telephoneFile = z.strictObject({
  recordedOn: day,
  rows: z.array(
    z.strictObject({
      slug: z.string(),
      phone: z.string().regex(/^[\d ]+$/),
      source: z.url(),
      readOn: day,
      checkedOn: day.nullable(),
    }),
  ),
})
