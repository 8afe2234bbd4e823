/** Sheets that a worker hands over: which there are, and in which languages. */

import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Their names stand in addresses and say nothing of whom one of them is for. */
export const SHEETS = vocabulary('sheets.sheets', [
  'asylum',
  'centre',
  'minor',
  'work',
  'data',
  'appointment',
])
export type SheetCode = CodeOf<typeof SHEETS>
export const isSheet = (code: string): code is SheetCode => SHEETS.has(code)

export const LANGUAGES = vocabulary('sheets.languages', ['en', 'fr', 'nl', 'de', 'ar', 'fa', 'ps', 'ti'])
export type SheetLanguage = CodeOf<typeof LANGUAGES>
/**
 * `own`: each language by its own name. `isOurs`: the application speaks it; else the paper says that a translator has still to
 * check it.
 */
export const SHEET_LANGUAGES = {
  en: { own: 'English', dir: 'ltr', isOurs: true },
  fr: { own: 'Français', dir: 'ltr', isOurs: true },
  nl: { own: 'Nederlands', dir: 'ltr', isOurs: true },
  de: { own: 'Deutsch', dir: 'ltr', isOurs: true },
  ar: { own: 'العربية', dir: 'rtl', isOurs: false },
  fa: { own: 'فارسی / دری', dir: 'rtl', isOurs: false },
  ps: { own: 'پښتو', dir: 'rtl', isOurs: false },
  ti: { own: 'ትግርኛ', dir: 'ltr', isOurs: false },
} as const satisfies Readonly<Record<SheetLanguage, object>>

/** Dari is written as Persian is. */
const READ_AS: Readonly<Record<string, SheetLanguage>> = { prs: 'fa' }

/** The language of a sheet for a person who speaks these, the best first; the reader's own when there is none of them. */
export const languageFor = (spoken: readonly string[], otherwise: SheetLanguage): SheetLanguage =>
  spoken.map((code) => READ_AS[code] ?? code).find(LANGUAGES.has) ?? otherwise
