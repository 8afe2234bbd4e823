import { createTranslator } from 'use-intl/core'
import type { Messages } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import type { SheetFact } from '@/lib/trafficking/sheet.rules'
import { traffickingLabels } from './trafficking-labels'

/** What the room adds to the sheet of a referral, in the language of the sheet. */
export const sheetLines = (
  { facts, words }: { facts: readonly SheetFact[]; words: Parameters<typeof traffickingLabels>[1] },
  messages: Messages,
  locale: Locale,
) => {
  const labels = traffickingLabels(
    createTranslator({ locale, messages, namespace: 'trafficking' }),
    words,
    locale,
  )
  return facts.map((fact) => ({ label: labels.label(fact), text: labels.say(fact) }))
}
