import * as z from 'zod/mini'
import { day } from '@/lib/shared/day.schema'
import { LANGUAGES, SHEETS, type SheetLanguage } from './sheet.rules'

/** That a sheet was handed over. */
export const givenSchema = z.strictObject({
  caseId: z.uuid(),
  sheet: z.enum(SHEETS.codes, 'required'),
  language: z.custom<SheetLanguage>(LANGUAGES.has, 'unknownChoice'),
  givenOn: day,
})
export type GivenInput = z.output<typeof givenSchema>
