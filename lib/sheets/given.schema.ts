import * as z from 'zod/mini'
import { day } from '@/lib/people/person.schema'
import { MISTAKES } from '@/lib/registers/register.rules'
import { isSheetLanguage, SHEETS, type SheetLanguage } from './sheet.rules'

/** That a sheet was handed over. */
export const givenSchema = z.strictObject({
  caseId: z.uuid(),
  sheet: z.enum(SHEETS.codes, 'required'),
  language: z.custom<SheetLanguage>(
    (code) => typeof code === 'string' && isSheetLanguage(code),
    'unknownChoice',
  ),
  givenOn: day,
})
export type GivenInput = z.output<typeof givenSchema>

/** That it was not. */
export const givenMistakeSchema = z.strictObject({
  caseId: z.uuid(),
  subjectId: z.uuid(),
  version: z.int().check(z.minimum(1), z.maximum(10_000)),
  mistake: z.enum(MISTAKES.codes, 'required'),
})
